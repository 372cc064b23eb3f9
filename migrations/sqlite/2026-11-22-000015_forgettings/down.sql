drop table forgettings;
