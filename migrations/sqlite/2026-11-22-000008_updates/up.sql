-- News from the organizers of a petition.
create table updates (
    id blob primary key,
    petition_id blob not null references petitions (id) on delete cascade,
    -- 0 draft, 1 published, 2 taken back
    state integer not null check (state between 0 and 2),
    published_at integer,
    -- when its text last changed after that
    edited_at integer,
    -- grows by one with every change, so that caches know
    revision integer not null,
    created_at integer not null,
    updated_at integer not null
) strict, without rowid;
create index updates_by_petition on updates (petition_id, id);
create index updates_by_change on updates (updated_at);

-- Its text, one row a language.
create table update_texts (
    update_id blob not null references updates (id) on delete cascade,
    lang text not null,
    title text not null,
    body text not null,
    body_html text not null,
    primary key (update_id, lang)
) strict, without rowid;
