-- Who organizes: organizations, their organizers, what each may do, and the doors they come in by.
create table organizations (
    id blob primary key,
    name text not null,
    contact_email text not null,
    created_at integer not null
) strict, without rowid;

create table organizers (
    id blob primary key,
    -- folded, so that one mailbox is one organizer
    email text not null unique,
    name text not null,
    -- argon2id in PHC form; null until the set-up or invitation link is used
    password text,
    lang text not null,
    created_at integer not null
) strict, without rowid;

create table memberships (
    organization_id blob not null references organizations (id) on delete cascade,
    organizer_id blob not null references organizers (id) on delete cascade,
    role integer not null check (role between 0 and 5),
    created_at integer not null,
    primary key (organization_id, organizer_id)
) strict, without rowid;
create index memberships_by_organizer on memberships (organizer_id);

create table sessions (
    id blob primary key,
    -- SHA-256 of the cookie: a copy of this table signs nobody in
    token_hash blob not null unique,
    organizer_id blob not null references organizers (id) on delete cascade,
    device text not null,
    created_at integer not null,
    last_seen_at integer not null,
    expires_at integer not null
) strict, without rowid;
create index sessions_by_organizer on sessions (organizer_id);

-- One-time links: first set-up, invitation, password reset.
create table account_links (
    id blob primary key,
    token_hash blob not null unique,
    purpose integer not null check (purpose between 0 and 2),
    organizer_id blob references organizers (id) on delete cascade,
    organization_id blob references organizations (id) on delete cascade,
    email text,
    role integer check (role between 0 and 5),
    created_at integer not null,
    expires_at integer not null,
    used_at integer
) strict, without rowid;
create index account_links_by_organizer on account_links (organizer_id);
create index account_links_by_organization on account_links (organization_id);
