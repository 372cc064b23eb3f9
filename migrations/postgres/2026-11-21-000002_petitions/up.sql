-- What can be signed.
create table petitions (
    id uuid primary key,
    organization_id uuid not null references organizations (id),
    -- 0 petition, 1 letter, 2 pledge
    kind smallint not null check (kind between 0 and 2),
    slug text not null unique,
    -- 0 draft, 1 open, 2 closed
    state smallint not null check (state between 0 and 2),
    -- the language it was first written in; others are translations of it
    lang text not null,
    goal integer check (goal is null or goal > 0),
    time_zone text not null,
    closes_at timestamptz,
    published_at timestamptz,
    closed_at timestamptz,
    -- form and confirmation settings, see petition::model::Settings
    settings jsonb not null,
    -- grows by one with every change, so that caches know
    revision bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index petitions_by_organization on petitions (organization_id);

-- The text as it stands now, one row a language.
create table petition_texts (
    petition_id uuid not null references petitions (id) on delete cascade,
    lang text not null,
    title text not null,
    ask text not null,
    target text not null,
    body text not null,
    body_html text not null,
    outcome text,
    outcome_html text,
    is_published boolean not null,
    updated_at timestamptz not null,
    primary key (petition_id, lang)
);

-- The text as it was signed: never changed, never deleted before its signatures.
create table wordings (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    lang text not null,
    version integer not null,
    title text not null,
    ask text not null,
    target text not null,
    body text not null,
    sha256 bytea not null,
    created_at timestamptz not null,
    unique (petition_id, lang, version)
);

-- Organizations that stood behind the petition from the start, named on its page.
create table petition_founders (
    petition_id uuid not null references petitions (id) on delete cascade,
    position integer not null,
    name text not null,
    primary key (petition_id, position)
);

-- The words a consent was given to: never changed.
create table consent_texts (
    id uuid primary key,
    -- 0 updates by mail, 1 public listing
    purpose smallint not null check (purpose between 0 and 1),
    lang text not null,
    words text not null,
    sha256 bytea not null,
    created_at timestamptz not null,
    unique (purpose, lang, sha256)
);

-- How many signatures a petition has in each state; moves in the transaction that moves a signature.
create table tallies (
    petition_id uuid primary key references petitions (id) on delete cascade,
    counted bigint not null default 0 check (counted >= 0),
    held bigint not null default 0 check (held >= 0),
    withdrawn bigint not null default 0 check (withdrawn >= 0),
    removed bigint not null default 0 check (removed >= 0),
    -- grows by one with every change, so that caches know which number is newer
    version bigint not null default 0,
    updated_at timestamptz not null
);

-- The change of the counted number by hour since 1970 (UTC), for charts and "since yesterday".
create table tally_hours (
    petition_id uuid not null references petitions (id) on delete cascade,
    hour bigint not null,
    change bigint not null,
    primary key (petition_id, hour)
);
