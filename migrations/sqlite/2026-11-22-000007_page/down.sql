alter table tallies drop column goal_met_at;
alter table tallies drop column goal;
alter table petition_texts drop column goal_reason;
drop trigger petitions_move;
alter table petitions drop column opens_at;
alter table petitions rename column state to was;
alter table petitions add column state integer not null default 0 check (state between 0 and 2);
-- what was paused or taken down is closed: nobody can sign it
update petitions set state = min(was, 2);
alter table petitions drop column was;
