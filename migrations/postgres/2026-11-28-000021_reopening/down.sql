drop table told_changes;
drop table wording_tallies;
alter table wordings drop column called;
drop trigger petitions_go on petitions;
drop function petitions_may_go();
alter table petitions drop column archived_at;
alter table petitions drop column keeps_last;
create or replace function petitions_may_move() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in ((0, 1), (1, 2), (1, 3), (1, 4), (2, 4), (3, 1), (3, 2), (3, 4)) then
        raise exception 'a petition may not move so' using errcode = 'check_violation';
    end if;
    return new;
end $$;
