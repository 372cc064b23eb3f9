drop table schema_floors;
drop table mail_holds;
drop table backup_runs;
drop table copy_moments;
