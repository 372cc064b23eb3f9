-- Webhooks: other programs of an organization that hear of what happens under its petitions.

-- What webhooks want to hear of. Whoever causes something asks here, in the transaction that causes it, whether to write it down.
create table wanted_occurrences (
    -- the webhook's
    webhook_id uuid primary key,
    organization_id uuid not null references organizations (id) on delete cascade,
    -- of this petition alone; null: of all of the organization
    petition_id uuid references petitions (id) on delete cascade,
    -- which kinds of occurrences, a bit each
    kinds bigint not null,
    -- who made the webhook; null: the operator, by a command, or somebody whose account is no more
    made_by uuid references organizers (id) on delete set null
) strict, without rowid;
create index wanted_occurrences_by_organization on wanted_occurrences (organization_id);
create index wanted_occurrences_by_petition on wanted_occurrences (petition_id) where petition_id is not null;
create index wanted_occurrences_by_maker on wanted_occurrences (made_by) where made_by is not null;

-- What happened that a webhook wants to hear of, as ids: written in the transaction in which it happened, and gone as soon as it is
-- promised to each webhook. No foreign keys: it stands in the hottest write of the program and lives for a second.
create table occurrences (
    id uuid primary key,
    petition_id uuid not null,
    -- account::occurrence::OccurrenceKind
    kind smallint not null,
    -- the signature or the list it is about; null: the petition itself
    subject_id uuid,
    -- how it came about, a number of its kind
    cause smallint,
    at timestamptz not null
) strict, without rowid;

-- Where it is told.
create table webhooks (
    id uuid primary key,
    organization_id uuid not null references organizations (id) on delete cascade,
    petition_id uuid references petitions (id) on delete cascade,
    url text not null,
    kinds bigint not null,
    -- 0 thin: ids alone; 1 full; 2 as Action Network sends it
    format smallint not null check (format between 0 and 2),
    -- whoever runs the site let it lead into the own network
    allows_private boolean not null,
    -- 0 on, 1 paused, 2 off because its receiver said that it is gone, 3 off because nothing was taken for five days
    state smallint not null check (state between 0 and 3),
    made_by uuid references organizers (id) on delete set null,
    created_at timestamptz not null,
    -- since when nothing is taken; null: the last attempt was
    failing_since timestamptz,
    -- attempts in a row that were not taken
    failures integer not null default 0,
    -- nothing is sent before
    rests_until timestamptz,
    -- the instance that sends to it now, and until when nobody else does
    leased_by uuid,
    leased_until timestamptz
) strict, without rowid;
create index webhooks_by_organization on webhooks (organization_id);
create index webhooks_by_petition on webhooks (petition_id) where petition_id is not null;
create index webhooks_by_maker on webhooks (made_by) where made_by is not null;

-- What its deliveries are signed with, sealed with a key made from the secrets file. Two live while one follows the other.
create table webhook_secrets (
    id uuid primary key,
    webhook_id uuid not null references webhooks (id) on delete cascade,
    sealed text not null,
    -- from when on it signs nothing any more; null: the newest
    ends_at timestamptz
) strict, without rowid;
create index webhook_secrets_by_webhook on webhook_secrets (webhook_id);

-- How many occurrences of a petition were promised, so that each has a number and receivers can put them in order.
create table webhook_sequences (
    petition_id uuid primary key references petitions (id) on delete cascade,
    last bigint not null
) strict, without rowid;

-- An occurrence that is told to one webhook, as ids: what is said is made when it is sent.
create table webhook_deliveries (
    id uuid primary key,
    webhook_id uuid not null references webhooks (id) on delete cascade,
    -- the same for every webhook that hears of it: `webhook-id`
    occurrence_id uuid not null,
    -- null: a test
    petition_id uuid references petitions (id) on delete cascade,
    kind smallint not null,
    subject_id uuid,
    cause smallint,
    happened_at timestamptz not null,
    sequence bigint,
    -- 0 waits, 1 taken, 2 given up
    state smallint not null check (state between 0 and 2),
    -- attempts so far, and those of them that count against the schedule
    attempts smallint not null default 0,
    tries smallint not null default 0,
    due_at timestamptz not null,
    -- of the last attempt: when, what was answered (null: nothing), why it was not taken, and how long it took
    tried_at timestamptz,
    status smallint,
    failure smallint,
    millis integer
) strict, without rowid;
create index webhook_deliveries_due on webhook_deliveries (webhook_id, due_at, id) where state = 0;
create index webhook_deliveries_by_webhook on webhook_deliveries (webhook_id, id);
create index webhook_deliveries_failed on webhook_deliveries (webhook_id, id) where state = 2;
create index webhook_deliveries_by_petition on webhook_deliveries (petition_id) where petition_id is not null;

-- Every attempt. What was answered is not kept, but its status.
create table webhook_attempts (
    delivery_id uuid not null references webhook_deliveries (id) on delete cascade,
    number smallint not null,
    at timestamptz not null,
    status smallint,
    failure smallint,
    millis integer not null,
    primary key (delivery_id, number)
) strict, without rowid;
