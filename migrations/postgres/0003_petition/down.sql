drop function endorsements_may_move;
drop function petitions_may_go;
drop function petitions_may_move;
drop function petitions_turned;
