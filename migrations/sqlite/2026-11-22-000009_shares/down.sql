drop table shares;
drop index signatures_by_share;
alter table signatures drop column share_code;
drop index pending_signatures_by_share;
alter table pending_signatures drop column share_code;
