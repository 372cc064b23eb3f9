create temporary table old_suppressions as select * from suppressions;
drop table suppressions;
create table suppressions (
    id blob primary key,
    address_key blob not null,
    -- null: for the whole instance
    petition_id blob references petitions (id) on delete cascade,
    -- 0 "this was not me", 1 refused by its server
    reason integer not null check (reason between 0 and 1),
    until integer,
    created_at integer not null
) strict, without rowid;
create index suppressions_by_address on suppressions (address_key);
create index suppressions_by_petition on suppressions (petition_id);
insert into suppressions (id, address_key, petition_id, reason, until, created_at)
select id, address_key, petition_id, reason, until, created_at from old_suppressions where reason <= 1;
drop table old_suppressions;
alter table pending_signatures drop column answers;
alter table signature_details drop column opted_in_to;
alter table signature_details add column updates_text_id blob not null default x'00000000000000000000000000000000';
alter table signature_details add column listing_text_id blob not null default x'00000000000000000000000000000000';
drop trigger consents_stay;
drop trigger consents_go_last;
drop table consents;
create temporary table old_founders as select petition_id, position, name from petition_founders where position is not null;
drop table petition_founders;
create table petition_founders (
    petition_id blob not null references petitions (id) on delete cascade,
    position integer not null,
    name text not null,
    primary key (petition_id, position)
) strict, without rowid;
insert into petition_founders (petition_id, position, name) select petition_id, position, name from old_founders;
drop table old_founders;
