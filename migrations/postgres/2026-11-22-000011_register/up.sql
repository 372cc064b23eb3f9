-- Names that anybody may read: one row for each counted signature whose owner shows the name. It is made of
-- signature_details in the transaction that changes them, and holds nothing that is not on the public page.
create table register_entries (
    -- the signature's
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    name text not null,
    role text,
    affiliation text,
    place text,
    -- what the list is sorted by, folded; compared byte by byte
    sort_key text collate "C" not null,
    -- the group of those who wrote the same role, folded; likewise the affiliation
    role_key text,
    affiliation_key text,
    -- pinned by the organizers among the first signers
    is_first boolean not null,
    -- what it is found by, folded
    words text not null
);
create index register_by_name on register_entries (petition_id, sort_key, id);
create index register_by_role on register_entries (petition_id, role_key, sort_key, id) where role_key is not null;
create index register_by_affiliation on register_entries (petition_id, affiliation_key, sort_key, id) where affiliation_key is not null;
create index register_first on register_entries (petition_id, sort_key) where is_first;
create index register_search on register_entries using gin (to_tsvector('simple', words));

-- How many names each group has.
create table register_groups (
    petition_id uuid not null references petitions (id) on delete cascade,
    -- 0 letter, 1 role, 2 affiliation
    kind smallint not null check (kind between 0 and 2),
    key text collate "C" not null,
    -- as it was written first
    label text not null,
    signers bigint not null,
    primary key (petition_id, kind, key)
);
create index register_groups_by_size on register_groups (petition_id, kind, signers desc, key);

-- What an organizer says of how a name is listed: under which letters, and whether among the first.
alter table signature_details add column sorted_as text;
alter table signature_details add column is_first boolean not null default false;
