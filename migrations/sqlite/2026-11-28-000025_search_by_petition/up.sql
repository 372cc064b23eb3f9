-- Words are indexed with the petition in front: the last twelve digits of its key, which are chance. A search goes straight to the
-- words of its petition, and what is common among others costs it nothing.
update signature_details set search = lower(substr(hex((select g.petition_id from signatures g where g.id = signature_details.signature_id)), 21)) || replace(search, ' ', ' ' || lower(substr(hex((select g.petition_id from signatures g where g.id = signature_details.signature_id)), 21))) where search <> '';
insert into signature_search (signature_search) values ('delete-all');
insert into signature_search (rowid, words) select rowid, search from signature_details;
update register_entries set words = lower(substr(hex(petition_id), 21)) || replace(words, ' ', ' ' || lower(substr(hex(petition_id), 21))) where words <> '';
insert into register_search (register_search) values ('delete-all');
insert into register_search (rowid, words) select rowid, words from register_entries;
