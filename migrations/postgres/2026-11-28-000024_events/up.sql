-- Networks where many people sign at once, as the operator named them: their letters go faster until then.
create table events (
    id uuid primary key,
    -- a network as 192.0.2.0/24
    network text not null,
    -- null: for all petitions
    petition_id uuid references petitions (id) on delete cascade,
    until timestamptz not null,
    created_at timestamptz not null
);
create index events_by_petition on events (petition_id);
