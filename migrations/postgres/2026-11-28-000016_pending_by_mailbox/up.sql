-- What waits under one address: the form that is sent again, and the code that is typed with the address. The key stands last, so that
-- the index grows at its end: an index that begins with random keys writes a page of its own for every form, and one more when it is
-- confirmed. A look goes over the index of what waits under one petition, or over what came since an instant.
drop index pending_signatures_by_petition;
create index pending_signatures_by_petition on pending_signatures (petition_id, id, address_key);
