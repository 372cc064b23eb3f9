drop table endorsements;
drop function endorsements_may_move();
