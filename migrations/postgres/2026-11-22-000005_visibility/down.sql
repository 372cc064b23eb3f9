alter table pending_signatures add column is_public boolean not null default false;
update pending_signatures set is_public = true where visibility >= 2;
alter table pending_signatures drop column place;
alter table pending_signatures drop column visibility;
alter table signature_details add column is_public boolean not null default false;
update signature_details set is_public = true where visibility >= 2;
alter table signature_details drop column place;
alter table signature_details drop column visibility;
