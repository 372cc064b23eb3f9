drop index signature_search;
update signature_details t set search = replace(t.search, right(g.petition_id::text, 12), '') from signatures g where g.id = t.signature_id and t.search <> '';
create index signature_search on signature_details using gin (to_tsvector('simple', search));
drop index register_search;
update register_entries t set words = replace(t.words, right(t.petition_id::text, 12), '') where t.words <> '';
create index register_search on register_entries using gin (to_tsvector('simple', words));
