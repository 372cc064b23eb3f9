-- Each index over random keys costs a page of its own in every confirmation. The code of a signer's link proves itself now, so
-- that nothing is looked up by it; and equal addresses (K1) lie in equal mailboxes (K2), so that one index over both keeps an
-- address to one signature and finds the others of its mailbox. It begins with the mailbox: PostgreSQL, as long as it has no
-- figures of a table, would rather walk another index that begins with the petition.
drop index pending_signatures_by_share;
drop index signatures_by_share;
drop index signatures_one_each;
drop index signatures_by_mailbox;
create unique index signatures_one_each on signatures (email_k2, email_k1, petition_id);
