drop table settled_pendings;

drop table signature_details;
drop table signatures;
drop function signatures_may_move;
drop table pending_signatures;
