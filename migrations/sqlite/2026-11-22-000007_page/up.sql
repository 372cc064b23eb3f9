-- A petition may wait for its opening day, be paused and go on, and be taken down.
-- The list of states grows: a column with the longer one takes the place of the old.
alter table petitions rename column state to was;
-- 0 draft, 1 open, 2 closed, 3 paused, 4 removed
alter table petitions add column state integer not null default 0 check (state between 0 and 4);
update petitions set state = was;
alter table petitions drop column was;
-- when it begins to take signatures, if not at once
alter table petitions add column opens_at integer;

-- The moves between states there are: draft -> open; open -> closed, paused, removed;
-- closed -> removed; paused -> open, closed, removed.
create trigger petitions_move before update of state on petitions
when old.state <> new.state and (old.state, new.state) not in (values (0, 1), (1, 2), (1, 3), (1, 4), (2, 4), (3, 1), (3, 2), (3, 4))
begin
    select raise(abort, 'a petition may not move so');
end;

-- what a fixed goal means, as "5 % of the students"; empty for nothing
alter table petition_texts add column goal_reason text not null default '';

-- a fixed goal, as petitions has it, so that the commit that meets it can say so
alter table tallies add column goal integer;
-- when the count first stood at the goal; a withdrawal does not undo it
alter table tallies add column goal_met_at integer;
update tallies set goal = (select goal from petitions where id = petition_id);
update tallies set goal_met_at = updated_at where counted >= goal;
