-- Names that anybody may read: one row for each counted signature whose owner shows the name. It is made of
-- signature_details in the transaction that changes them, and holds nothing that is not on the public page.
create table register_entries (
    -- the signature's
    id blob primary key,
    petition_id blob not null references petitions (id) on delete cascade,
    name text not null,
    role text,
    affiliation text,
    place text,
    -- what the list is sorted by, folded; compared byte by byte
    sort_key text not null,
    -- the group of those who wrote the same role, folded; likewise the affiliation
    role_key text,
    affiliation_key text,
    -- pinned by the organizers among the first signers
    is_first integer not null,
    -- what it is found by, folded
    words text not null
) strict;
create index register_by_name on register_entries (petition_id, sort_key, id);
create index register_by_role on register_entries (petition_id, role_key, sort_key, id) where role_key is not null;
create index register_by_affiliation on register_entries (petition_id, affiliation_key, sort_key, id) where affiliation_key is not null;
create index register_first on register_entries (petition_id, sort_key) where is_first = 1;
-- Contentless; rowid is that of register_entries.
create virtual table register_search using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61');

-- How many names each group has.
create table register_groups (
    petition_id blob not null references petitions (id) on delete cascade,
    -- 0 letter, 1 role, 2 affiliation
    kind integer not null check (kind between 0 and 2),
    key text not null,
    -- as it was written first
    label text not null,
    signers integer not null,
    primary key (petition_id, kind, key)
) strict, without rowid;
create index register_groups_by_size on register_groups (petition_id, kind, signers desc, key);

-- What an organizer says of how a name is listed: under which letters, and whether among the first.
alter table signature_details add column sorted_as text;
alter table signature_details add column is_first integer not null default 0;
