update signature_details set search = replace(search, lower(substr(hex((select g.petition_id from signatures g where g.id = signature_details.signature_id)), 21)), '') where search <> '';
insert into signature_search (signature_search) values ('delete-all');
insert into signature_search (rowid, words) select rowid, search from signature_details;
update register_entries set words = replace(words, lower(substr(hex(petition_id), 21)), '') where words <> '';
insert into register_search (register_search) values ('delete-all');
insert into register_search (rowid, words) select rowid, words from register_entries;
