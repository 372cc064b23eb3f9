drop index signatures_one_each;
create unique index signatures_one_each on signatures (petition_id, email_k1);
create index signatures_by_mailbox on signatures (petition_id, email_k2);
create index pending_signatures_by_share on pending_signatures (petition_id, share_code);
create index signatures_by_share on signatures (petition_id, share_code);
