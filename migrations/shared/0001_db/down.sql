drop table write_checks;
drop table secret_versions;
