-- News from the organizers of a petition.
create table updates (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- 0 draft, 1 published, 2 taken back
    state smallint not null check (state between 0 and 2),
    published_at timestamptz,
    -- when its text last changed after that
    edited_at timestamptz,
    -- grows by one with every change, so that caches know
    revision bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index updates_by_petition on updates (petition_id, id);
create index updates_by_change on updates (updated_at);

-- Its text, one row a language.
create table update_texts (
    update_id uuid not null references updates (id) on delete cascade,
    lang text not null,
    title text not null,
    body text not null,
    body_html text not null,
    primary key (update_id, lang)
);
