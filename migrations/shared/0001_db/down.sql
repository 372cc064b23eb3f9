drop table last_backup;
drop table write_checks;
drop table secret_versions;
