create function petitions_may_move() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in ((0, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 4), (3, 1), (3, 2), (3, 4)) then
        raise exception 'a petition may not move so' using errcode = 'check_violation';
    end if;
    if old.state = 2 and new.state = 1 and exists (select from retention_runs where petition_id = old.id) then
        raise exception 'what was promised to go has begun to go' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger petitions_move before update of state on petitions
for each row when (old.state <> new.state) execute function petitions_may_move();
create function petitions_turned() returns trigger language plpgsql as $$
begin
    insert into petition_turns (petition_id, at, state)
    values (new.id, coalesce(case new.state when 2 then new.closed_at end, new.updated_at), new.state)
    on conflict (petition_id, at) do update set state = excluded.state;
    return null;
end $$;
create trigger petitions_turn after update of state on petitions
for each row when (old.state <> new.state) execute function petitions_turned();
create function petitions_may_go() returns trigger language plpgsql as $$
begin
    raise exception 'a petition that was published is not deleted' using errcode = 'check_violation';
end $$;
create trigger petitions_go before delete on petitions
for each row when (old.state <> 0) execute function petitions_may_go();
create function endorsements_may_move() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in ((0, 1), (1, 2), (1, 3), (2, 3), (3, 2), (1, 4), (2, 4), (3, 4)) then
        raise exception 'an endorsement may not move so' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger endorsements_move before update of state on endorsements
for each row when (old.state <> new.state) execute function endorsements_may_move();

create trigger petitions_change before insert or update on petitions for each row execute function note_change();
create trigger updates_change before insert or update on updates for each row execute function note_change();
create trigger endorsements_change before insert or update on endorsements for each row execute function note_change();
create trigger petition_pictures_change before insert or update on petition_pictures for each row execute function note_change();
create trigger source_lists_change before insert or update on source_lists for each row execute function note_change();
