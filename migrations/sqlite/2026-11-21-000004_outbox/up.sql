-- Mail that is promised: written in the transaction of its cause, rendered and sent later.
create table outbox (
    id blob primary key,
    -- see mail::model::Kind
    kind integer not null,
    -- 0 confirm, 1 security, 2 acknowledgement, 3 update: lower goes first
    priority integer not null check (priority between 0 and 3),
    petition_id blob,
    -- what the letter is about: a pending signature, a signature, an account link
    subject_id blob not null,
    lang text not null,
    -- only where the subject cannot tell; shredded when settled
    recipient text,
    arguments text,
    -- keyed hash of the mailbox (K2), for the mail budget and suppressions
    address_key blob not null,
    once_key text,
    -- the earliest time of the next try; a worker that takes the row moves it five minutes on, which is its lease
    due_at integer not null,
    -- when a worker last took it within the mailbox's budget, which it uses up from then on; null: not yet
    taken_at integer,
    attempts integer not null default 0,
    -- 0 waiting, 1 sent, 2 failed, 3 skipped
    state integer not null default 0 check (state between 0 and 3),
    -- last reply code or reason, never an address
    outcome text,
    created_at integer not null,
    settled_at integer
) strict, without rowid;
create index outbox_due on outbox (priority, due_at) where state = 0;
create index outbox_taken on outbox (address_key, taken_at) where taken_at is not null;
create unique index outbox_once on outbox (once_key) where once_key is not null;

-- Mailboxes not to be written to.
create table suppressions (
    id blob primary key,
    address_key blob not null,
    -- null: for the whole instance
    petition_id blob references petitions (id) on delete cascade,
    -- 0 "this was not me", 1 refused by its server
    reason integer not null check (reason between 0 and 1),
    until integer,
    created_at integer not null
) strict, without rowid;
create index suppressions_by_address on suppressions (address_key);
create index suppressions_by_petition on suppressions (petition_id);
