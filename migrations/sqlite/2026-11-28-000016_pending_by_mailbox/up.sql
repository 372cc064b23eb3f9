-- What waits under one address: the form that is sent again, and the code that is typed with the address.
create index pending_signatures_by_mailbox on pending_signatures (petition_id, address_key);
