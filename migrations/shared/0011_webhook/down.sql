drop table webhook_attempts;
drop table webhook_deliveries;
drop table webhook_sequences;
drop table webhook_secrets;
drop table webhooks;
drop table occurrences;
drop table wanted_occurrences;
