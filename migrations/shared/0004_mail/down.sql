drop table events;
drop table mail_checks;
drop table suppressions;
drop table outbox;
