update suppressions set until = null where reason = 0 and petition_id is not null;
alter table suppressions drop column browser;
