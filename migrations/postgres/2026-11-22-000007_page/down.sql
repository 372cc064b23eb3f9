alter table tallies drop column goal_met_at;
alter table tallies drop column goal;
alter table petition_texts drop column goal_reason;
drop trigger petitions_move on petitions;
drop function petitions_may_move();
alter table petitions drop column opens_at;
alter table petitions drop constraint petitions_state_check;
-- what was paused or taken down is closed: nobody can sign it
update petitions set state = least(state, 2);
alter table petitions add constraint petitions_state_check check (state between 0 and 2);
