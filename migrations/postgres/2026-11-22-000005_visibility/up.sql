-- How much of a signer others see: the signer's choice, in place of a yes or no.
-- 0 counted only, 1 "a supporter in" the place, 2 the name, 3 the name with what is listed beside it
alter table pending_signatures add column visibility smallint not null default 0 check (visibility between 0 and 3);
-- a town or region
alter table pending_signatures add column place text;
update pending_signatures set visibility = 3 where is_public;
alter table pending_signatures drop column is_public;
-- 0 counted only, 1 "a supporter in" the place, 2 the name, 3 the name with what is listed beside it
alter table signature_details add column visibility smallint not null default 0 check (visibility between 0 and 3);
-- a town or region
alter table signature_details add column place text;
update signature_details set visibility = 3 where is_public;
alter table signature_details drop column is_public;
