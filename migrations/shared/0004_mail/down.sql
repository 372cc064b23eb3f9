drop table events;
drop table suppressions;
drop table outbox;
