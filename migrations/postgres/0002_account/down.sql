drop function activity_stays;
drop function activity_is_kept;
