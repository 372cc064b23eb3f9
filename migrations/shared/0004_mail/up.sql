-- Letters and mailboxes. Behind petitions, although the room stands below them: rows about a petition are deleted with it.

-- Mail that is promised: written in the transaction of its cause, rendered and sent later.
create table outbox (
    id uuid primary key,
    -- see mail::model::Kind
    kind smallint not null,
    -- what goes first when much waits: 0 letters of accounts, 1 what somebody waits for, 2 receipts, 3 news
    priority smallint not null check (priority between 0 and 3),
    -- for the mail budget; null: the letter is about no petition
    petition_id uuid,
    -- what the letter is about: a pending signature, a signature, an account link
    subject_id uuid not null,
    lang text not null,
    -- only where the subject cannot tell; shredded when settled
    recipient text,
    -- what the letter needs beside its subject; shredded when settled
    arguments text,
    -- keyed hash of the mailbox (K2), for the mail budget and suppressions
    address_key bytea not null,
    -- at most one letter with this key is ever written
    once_key text,
    -- the earliest time of the next try; a worker that takes the row moves it five minutes on, which is its lease
    due_at timestamptz not null,
    -- when a worker first took it, which uses up the mailbox's budget; null: not yet
    taken_at timestamptz,
    -- failed tries
    attempts smallint not null default 0,
    -- 0 waiting, 1 sent, 2 failed, 3 skipped
    state smallint not null default 0 check (state between 0 and 3),
    -- last reply code or reason, never an address
    outcome text,
    created_at timestamptz not null,
    settled_at timestamptz
) strict, without rowid;
create index outbox_due on outbox (priority, due_at) where state = 0;
create index outbox_taken on outbox (address_key, taken_at) where taken_at is not null;
create unique index outbox_once on outbox (once_key) where once_key is not null;

-- Mailboxes that are not written to.
create table suppressions (
    id uuid primary key,
    -- as in outbox
    address_key bytea not null,
    -- null: for the whole instance
    petition_id uuid references petitions (id) on delete cascade,
    -- 0 "this was not me", or no news; 1 refused by its server; 2 erased: until then not even a confirmation
    reason smallint not null check (reason between 0 and 2),
    -- SHA-256 of the __Host-pend cookie of the browser that said "this was not me": what it types itself is its own wish
    browser bytea,
    -- null: for good
    until timestamptz,
    created_at timestamptz not null
) strict, without rowid;
create index suppressions_by_address on suppressions (address_key);
create index suppressions_by_petition on suppressions (petition_id);

-- Whether mail goes out as it is set up: a row for each way it was set up, of what was heard last.
create table mail_checks (
    -- SHA-256 of relay, user name and sender, in hexadecimal: without the password
    mark text primary key,
    -- whether a letter was taken; false: a test message was not
    is_accepted boolean not null,
    -- reply code or reason, never an address
    outcome text not null,
    checked_at timestamptz not null
) strict, without rowid;

-- Networks where many people sign at once, as the operator named them: their letters are sent faster until then.
create table events (
    id uuid primary key,
    -- as 192.0.2.0/24
    network text not null,
    -- null: for all petitions
    petition_id uuid references petitions (id) on delete cascade,
    until timestamptz not null,
    created_at timestamptz not null
) strict, without rowid;
create index events_by_petition on events (petition_id);
