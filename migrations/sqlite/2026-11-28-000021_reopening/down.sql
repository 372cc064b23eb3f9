drop table told_changes;
drop table wording_tallies;
alter table wordings drop column called;
drop trigger petitions_go;
alter table petitions drop column archived_at;
alter table petitions drop column keeps_last;
drop trigger petitions_reopen;
drop trigger petitions_move;
create trigger petitions_move before update of state on petitions
when old.state <> new.state and (old.state, new.state) not in (values (0, 1), (1, 2), (1, 3), (1, 4), (2, 4), (3, 1), (3, 2), (3, 4))
begin
    select raise(abort, 'a petition may not move so');
end;
