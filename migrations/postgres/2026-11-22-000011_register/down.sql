drop table register_groups;
drop table register_entries;
alter table signature_details drop column is_first;
alter table signature_details drop column sorted_as;
