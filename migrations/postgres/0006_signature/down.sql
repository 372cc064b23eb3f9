drop function consents_keep;
drop function signatures_may_move;
