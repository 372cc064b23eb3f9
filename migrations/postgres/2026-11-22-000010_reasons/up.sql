-- Why somebody signed, in their own words. The id is that of the signature, and of the pending one it was before.
create table reasons (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- 0 typed in, nobody has confirmed it; 1 waits for an organizer; 2 published; 3 kept private; 4 hidden
    state smallint not null check (state between 0 and 4),
    words text not null,
    lang text not null,
    -- grows with each change of the words, so that nobody decides about words they have not read
    revision bigint not null,
    -- how many readers have reported it
    reports integer not null default 0,
    typed_at timestamptz not null,
    decided_at timestamptz
);
create index reasons_by_state on reasons (petition_id, state, id);
create index reasons_by_decision on reasons (petition_id, state, decided_at);
create index reasons_typed on reasons (id) where state = 0;

-- How many reasons a petition has in each state, moved in the transaction that moves one.
create table reason_tallies (
    petition_id uuid primary key references petitions (id) on delete cascade,
    waiting bigint not null default 0 check (waiting >= 0),
    published bigint not null default 0 check (published >= 0),
    private bigint not null default 0 check (private >= 0),
    hidden bigint not null default 0 check (hidden >= 0),
    -- grows with every change, so that memory knows what to read again
    version bigint not null,
    updated_at timestamptz not null
);
