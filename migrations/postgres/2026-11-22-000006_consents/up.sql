-- Founding organizations keep their row and their id when they are not named any more: consents name them.
create temporary table old_founders as select petition_id, min(position) as position, name from petition_founders group by petition_id, name;
drop table petition_founders;
create table petition_founders (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- its place on the page, from 1; null: not named there any more
    position integer,
    name text not null,
    unique (petition_id, name)
);
insert into petition_founders (id, petition_id, position, name) select gen_random_uuid(), petition_id, position, name from old_founders;
drop table old_founders;

-- Every yes and every no, in their order: never changed, and gone only after their signer's details. Texts and founders are
-- never deleted, and a key to each would cost a look-up in a hot write.
create table consents (
    signature_id uuid not null references signatures (id) on delete cascade,
    id uuid not null,
    -- 0 updates by mail, 1 public listing
    purpose smallint not null check (purpose between 0 and 1),
    -- the founding organization it was given to; null: the petition's own
    founder_id uuid,
    -- the answer to the words of text_id
    is_yes boolean not null,
    text_id uuid not null,
    -- how it was given: 0 the form, 1 the signer's own page, 2 the link that stops mail
    means smallint not null check (means between 0 and 2),
    given_at timestamptz not null,
    primary key (signature_id, id)
);
insert into consents (signature_id, id, purpose, founder_id, is_yes, text_id, means, given_at)
select d.signature_id, gen_random_uuid(), 0, null, d.wants_updates, d.updates_text_id, 0, s.signed_at
from signature_details d join signatures s on s.id = d.signature_id;
insert into consents (signature_id, id, purpose, founder_id, is_yes, text_id, means, given_at)
select d.signature_id, gen_random_uuid(), 1, null, d.visibility > 0, d.listing_text_id, 0, s.signed_at
from signature_details d join signatures s on s.id = d.signature_id;
create function consents_keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        raise exception 'a consent is never changed';
    end if;
    if exists (select 1 from signature_details where signature_id = old.signature_id) then
        raise exception 'a consent stays as long as its signer';
    end if;
    return old;
end $$;
create trigger consents_stay before update or delete on consents
for each row execute function consents_keep();
alter table signature_details drop column updates_text_id;
alter table signature_details drop column listing_text_id;
-- JSON: the founding organizations that may write; null where there is one organization only
alter table signature_details add column opted_in_to text;
-- JSON: what was answered for each founding organization
alter table pending_signatures add column answers text;

-- Who had everything erased hears of one signature a year at most: see reason 2.
create temporary table old_suppressions as select * from suppressions;
drop table suppressions;
create table suppressions (
    id uuid primary key,
    address_key bytea not null,
    -- null: for the whole instance
    petition_id uuid references petitions (id) on delete cascade,
    -- 0 "this was not me", 1 refused by its server, 2 erased: until then not even a confirmation
    reason smallint not null check (reason between 0 and 2),
    until timestamptz,
    created_at timestamptz not null
);
create index suppressions_by_address on suppressions (address_key);
create index suppressions_by_petition on suppressions (petition_id);
insert into suppressions (id, address_key, petition_id, reason, until, created_at)
select id, address_key, petition_id, reason, until, created_at from old_suppressions where reason <= 2;
drop table old_suppressions;
