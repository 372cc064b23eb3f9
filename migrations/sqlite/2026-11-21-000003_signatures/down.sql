drop table settled_pendings;
drop table signature_search;
drop table signature_details;
drop table signatures;

drop table pending_signatures;
