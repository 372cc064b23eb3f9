drop table secret_versions;
