create trigger petitions_move before update of state on petitions
when old.state <> new.state and (old.state, new.state) not in (values (0, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 4), (3, 1), (3, 2), (3, 4))
begin
    select raise(abort, 'a petition may not move so');
end;
create trigger petitions_reopen before update of state on petitions
when old.state = 2 and new.state = 1 and exists (select 1 from retention_runs where petition_id = old.id)
begin
    select raise(abort, 'what was promised to go has begun to go');
end;
create trigger petitions_turn after update of state on petitions
when old.state <> new.state
begin
    insert or replace into petition_turns (petition_id, at, state)
    values (new.id, coalesce(case new.state when 2 then new.closed_at end, new.updated_at), new.state);
end;
create trigger petitions_go before delete on petitions
when old.state <> 0
begin
    select raise(abort, 'a petition that was published is not deleted');
end;
create trigger endorsements_move before update of state on endorsements
when old.state <> new.state and (old.state, new.state) not in (values (0, 1), (1, 2), (1, 3), (2, 3), (3, 2), (1, 4), (2, 4), (3, 4))
begin
    select raise(abort, 'an endorsement may not move so');
end;

create trigger petitions_change_new after insert on petitions
begin
    update changes set number = number + 1;
    update petitions set moved = (select number from changes) where id = new.id;
end;
create trigger petitions_change after update on petitions when new.moved = old.moved
begin
    update changes set number = number + 1;
    update petitions set moved = (select number from changes) where id = new.id;
end;
create trigger updates_change_new after insert on updates
begin
    update changes set number = number + 1;
    update updates set moved = (select number from changes) where id = new.id;
end;
create trigger updates_change after update on updates when new.moved = old.moved
begin
    update changes set number = number + 1;
    update updates set moved = (select number from changes) where id = new.id;
end;
create trigger endorsements_change_new after insert on endorsements
begin
    update changes set number = number + 1;
    update endorsements set moved = (select number from changes) where id = new.id;
end;
create trigger endorsements_change after update on endorsements when new.moved = old.moved
begin
    update changes set number = number + 1;
    update endorsements set moved = (select number from changes) where id = new.id;
end;
create trigger petition_pictures_change_new after insert on petition_pictures
begin
    update changes set number = number + 1;
    update petition_pictures set moved = (select number from changes) where petition_id = new.petition_id;
end;
create trigger petition_pictures_change after update on petition_pictures when new.moved = old.moved
begin
    update changes set number = number + 1;
    update petition_pictures set moved = (select number from changes) where petition_id = new.petition_id;
end;
create trigger source_lists_change_new after insert on source_lists
begin
    update changes set number = number + 1;
    update source_lists set moved = (select number from changes) where petition_id = new.petition_id;
end;
create trigger source_lists_change after update on source_lists when new.moved = old.moved
begin
    update changes set number = number + 1;
    update source_lists set moved = (select number from changes) where petition_id = new.petition_id;
end;
