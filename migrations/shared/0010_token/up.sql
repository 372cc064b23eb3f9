-- Tokens: what programs of an organization come in with.

create table api_tokens (
    id uuid primary key,
    organization_id uuid not null references organizations (id) on delete cascade,
    -- who made it: it opens no more than they may now; null: whoever runs the site, by a command
    organizer_id uuid references organizers (id) on delete cascade,
    -- what it is for, in the words of whoever made it
    name text not null,
    -- the six characters behind pt_live_, by which it is known in lists and commands
    short_id text not null unique,
    -- SHA-256 of its whole text: a copy of this table lets no program in
    token_hash bytea not null unique,
    -- words of src/account/token/scope.rs, with commas
    scopes text not null,
    -- it opens the petitions of api_token_petitions and no others, also when one of them is gone
    is_limited boolean not null,
    -- JSON: the networks it is taken from; empty: from everywhere
    networks text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    -- when it was last used, to ten minutes
    used_at timestamptz,
    revoked_at timestamptz,
    -- the one it was made to replace; each is replaced once
    replaces_id uuid unique references api_tokens (id) on delete set null
) strict, without rowid;
create index api_tokens_by_organization on api_tokens (organization_id, id);
create index api_tokens_by_organizer on api_tokens (organizer_id);

-- The petitions of a token that does not open all of its organization.
create table api_token_petitions (
    token_id uuid not null references api_tokens (id) on delete cascade,
    petition_id uuid not null references petitions (id) on delete cascade,
    primary key (token_id, petition_id)
) strict, without rowid;
create index api_token_petitions_by_petition on api_token_petitions (petition_id);

-- What programs asked for with a key of their own, so that asking again does it once: kept for a day.
create table api_requests (
    token_id uuid not null references api_tokens (id) on delete cascade,
    -- SHA-256 of the key
    key_hash bytea not null,
    -- SHA-256 of method, path and body: the same key of another request is refused
    request_hash bytea not null,
    -- until when nobody else begins it; null: it is done
    leased_until timestamptz,
    -- the answer; null: it is being done
    status smallint,
    -- what was made, to be written anew for whoever may read it by then; null: nothing
    made_id uuid,
    -- the answer's text, where it is of nobody; null: it is written anew of what was made
    body text,
    created_at timestamptz not null,
    primary key (token_id, key_hash),
    check ((leased_until is null) <> (status is null))
) strict, without rowid;
create index api_requests_by_age on api_requests (created_at);
