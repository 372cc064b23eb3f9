-- Words are indexed with the petition in front: the last twelve digits of its key, which are chance. A search goes straight to the
-- words of its petition, and what is common among others costs it nothing.
-- The words are as this program cut them, so PostgreSQL's own idea of a word does not come in between; it holds 2,046 bytes of one.
drop index signature_search;
update signature_details t set search = (
    select string_agg(right(g.petition_id::text, 12) || left(word, 100), ' ' order by place)
    from unnest(string_to_array(t.search, ' ')) with ordinality as cut (word, place)
) from signatures g where g.id = t.signature_id and t.search <> '';
create index signature_search on signature_details using gin (array_to_tsvector(string_to_array(search, ' ')));
drop index register_search;
update register_entries t set words = (
    select string_agg(right(t.petition_id::text, 12) || left(word, 100), ' ' order by place)
    from unnest(string_to_array(t.words, ' ')) with ordinality as cut (word, place)
) where t.words <> '';
create index register_search on register_entries using gin (array_to_tsvector(string_to_array(words, ' ')));
