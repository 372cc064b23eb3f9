drop table suppressions;
drop table outbox;
