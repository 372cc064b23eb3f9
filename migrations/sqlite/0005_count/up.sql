create trigger tallies_change_new after insert on tallies
begin
    update changes set number = number + 1;
    update tallies set moved = (select number from changes) where petition_id = new.petition_id;
end;
create trigger tallies_change after update on tallies when new.moved = old.moved
begin
    update changes set number = number + 1;
    update tallies set moved = (select number from changes) where petition_id = new.petition_id;
end;
