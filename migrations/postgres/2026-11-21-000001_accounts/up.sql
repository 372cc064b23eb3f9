-- Who organizes: organizations, their organizers, what each may do, and the doors they come in by.
create table organizations (
    id uuid primary key,
    name text not null,
    contact_email text not null,
    created_at timestamptz not null
);

create table organizers (
    id uuid primary key,
    -- folded, so that one mailbox is one organizer
    email text not null unique,
    name text not null,
    -- argon2id in PHC form; null until the set-up or invitation link is used
    password text,
    lang text not null,
    created_at timestamptz not null
);

create table memberships (
    organization_id uuid not null references organizations (id) on delete cascade,
    organizer_id uuid not null references organizers (id) on delete cascade,
    role smallint not null check (role between 0 and 5),
    created_at timestamptz not null,
    primary key (organization_id, organizer_id)
);
create index memberships_by_organizer on memberships (organizer_id);

create table sessions (
    id uuid primary key,
    -- SHA-256 of the cookie: a copy of this table signs nobody in
    token_hash bytea not null unique,
    organizer_id uuid not null references organizers (id) on delete cascade,
    device text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index sessions_by_organizer on sessions (organizer_id);

-- One-time links: first set-up, invitation, password reset.
create table account_links (
    id uuid primary key,
    token_hash bytea not null unique,
    purpose smallint not null check (purpose between 0 and 2),
    organizer_id uuid references organizers (id) on delete cascade,
    organization_id uuid references organizations (id) on delete cascade,
    email text,
    role smallint check (role between 0 and 5),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index account_links_by_organizer on account_links (organizer_id);
create index account_links_by_organization on account_links (organization_id);
