-- What programs hand in beside forms.

-- Pages of a partner whose scripts hand in forms, without a token.
alter table sources add column takes_posts boolean not null default false;

-- People that a program told of before it handed in a form for them: for a day, because nobody has confirmed that it is them.
create table api_people (
    id uuid primary key,
    organization_id uuid not null references organizations (id) on delete cascade,
    -- JSON: the person as it was told
    person text not null,
    created_at timestamptz not null
) strict, without rowid;
create index api_people_by_age on api_people (created_at);
create index api_people_by_organization on api_people (organization_id);

-- Tags that a program made before it put them on anybody.
create table api_tags (
    organization_id uuid not null references organizations (id) on delete cascade,
    tag text not null,
    created_at timestamptz not null,
    primary key (organization_id, tag)
) strict, without rowid;
