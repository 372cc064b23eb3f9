drop index pending_signatures_by_petition;
create index pending_signatures_by_petition on pending_signatures (petition_id, id);
