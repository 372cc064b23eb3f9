-- Mail that is promised: written in the transaction of its cause, rendered and sent later.
create table outbox (
    id uuid primary key,
    -- see mail::model::Kind
    kind smallint not null,
    -- 0 confirm, 1 security, 2 acknowledgement, 3 update: lower goes first
    priority smallint not null check (priority between 0 and 3),
    petition_id uuid,
    -- what the letter is about: a pending signature, a signature, an account link
    subject_id uuid not null,
    lang text not null,
    -- only where the subject cannot tell; shredded when settled
    recipient text,
    arguments text,
    -- keyed hash of the mailbox (K2), for the mail budget and suppressions
    address_key bytea not null,
    once_key text,
    -- the earliest time of the next try; a worker that takes the row moves it five minutes on, which is its lease
    due_at timestamptz not null,
    -- when a worker last took it within the mailbox's budget, which it uses up from then on; null: not yet
    taken_at timestamptz,
    attempts smallint not null default 0,
    -- 0 waiting, 1 sent, 2 failed, 3 skipped
    state smallint not null default 0 check (state between 0 and 3),
    -- last reply code or reason, never an address
    outcome text,
    created_at timestamptz not null,
    settled_at timestamptz
);
create index outbox_due on outbox (priority, due_at) where state = 0;
create index outbox_taken on outbox (address_key, taken_at) where taken_at is not null;
create unique index outbox_once on outbox (once_key) where once_key is not null;

-- Mailboxes not to be written to.
create table suppressions (
    id uuid primary key,
    address_key bytea not null,
    -- null: for the whole instance
    petition_id uuid references petitions (id) on delete cascade,
    -- 0 "this was not me", 1 refused by its server
    reason smallint not null check (reason between 0 and 1),
    until timestamptz,
    created_at timestamptz not null
);
create index suppressions_by_address on suppressions (address_key);
create index suppressions_by_petition on suppressions (petition_id);
