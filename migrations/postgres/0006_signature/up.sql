create index register_first on register_entries (petition_id, sort_key) where is_first;

-- Full-text indexes of the words as this program cuts them: PostgreSQL's own idea of a word does not come in between.
create index signature_search on signature_details using gin (array_to_tsvector(string_to_array(search, ' ')));
create index register_search on register_entries using gin (array_to_tsvector(string_to_array(words, ' ')));

create function signatures_may_move() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in ((1, 0), (1, 3), (0, 2), (0, 3), (0, 1), (3, 0), (3, 1), (2, 0)) then
        raise exception 'a signature may not move so' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger signatures_move before update of state on signatures
for each row when (old.state <> new.state) execute function signatures_may_move();
create function consents_keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        raise exception 'a consent is never changed';
    end if;
    if exists (select 1 from signature_details where signature_id = old.signature_id) then
        raise exception 'a consent stays as long as its signer';
    end if;
    return old;
end $$;
create trigger consents_stay before update or delete on consents
for each row execute function consents_keep();

create trigger reason_tallies_change before insert or update on reason_tallies for each row execute function note_change();
