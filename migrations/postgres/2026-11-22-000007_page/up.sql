-- A petition may wait for its opening day, be paused and go on, and be taken down.
-- 0 draft, 1 open, 2 closed, 3 paused, 4 removed
alter table petitions drop constraint petitions_state_check;
alter table petitions add constraint petitions_state_check check (state between 0 and 4);
-- when it begins to take signatures, if not at once
alter table petitions add column opens_at timestamptz;

-- The moves between states there are: draft -> open; open -> closed, paused, removed;
-- closed -> removed; paused -> open, closed, removed.
create function petitions_may_move() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in ((0, 1), (1, 2), (1, 3), (1, 4), (2, 4), (3, 1), (3, 2), (3, 4)) then
        raise exception 'a petition may not move so' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger petitions_move before update of state on petitions
for each row when (old.state <> new.state) execute function petitions_may_move();

-- what a fixed goal means, as "5 % of the students"; empty for nothing
alter table petition_texts add column goal_reason text not null default '';

-- a fixed goal, as petitions has it, so that the commit that meets it can say so
alter table tallies add column goal bigint;
-- when the count first stood at the goal; a withdrawal does not undo it
alter table tallies add column goal_met_at timestamptz;
update tallies set goal = (select goal from petitions where id = petition_id);
update tallies set goal_met_at = updated_at where counted >= goal;
