-- Typed in, waiting for the mailbox. Every submission is its own row and is never overwritten.
-- No foreign keys here: the row lives seven days at most, wordings and consent texts are never
-- deleted, and each key would cost a look-up in the hottest write of the program.
create table pending_signatures (
    id blob primary key,
    petition_id blob not null,
    email_k1 blob not null,
    email_k2 blob not null,
    -- petition-independent, for the mail budget and suppressions
    address_key blob not null,
    name text not null,
    email text not null,
    role text,
    affiliation text,
    wants_updates integer not null,
    is_public integer not null,
    updates_text_id blob not null,
    listing_text_id blob not null,
    wording_id blob not null,
    lang text not null,
    source text,
    -- SHA-256 of the __Host-pend cookie of the browser that signed
    browser_hash blob not null,
    score integer not null,
    resends integer not null default 0,
    code_tries integer not null default 0,
    word_tries integer not null default 0,
    is_suspect integer not null default 0,
    created_at integer not null,
    -- when the relay took the confirmation mail
    mailed_at integer
) strict, without rowid;
create index pending_signatures_by_petition on pending_signatures (petition_id, id);

-- A name under a petition, confirmed. What is personal stands in signature_details.
create table signatures (
    -- the id its pending signature had, so that the link in the mail goes on answering
    id blob primary key,
    petition_id blob not null references petitions (id) on delete cascade,
    email_k1 blob not null,
    email_k2 blob not null,
    -- 0 counted, 1 held, 2 withdrawn, 3 removed
    state integer not null check (state between 0 and 3),
    -- why it is held or removed: 0 alias, 1 score, 2 organizer
    reason integer,
    -- "you are signature n": its place when it was counted first
    number integer,
    wording_id blob not null,
    lang text not null,
    source text,
    is_suspect integer not null default 0,
    signed_at integer not null,
    confirmed_at integer not null,
    changed_at integer not null
) strict, without rowid;
create unique index signatures_one_each on signatures (petition_id, email_k1);
create index signatures_by_mailbox on signatures (petition_id, email_k2);
create index signatures_by_state on signatures (petition_id, state, id);

create table signature_details (
    signature_id blob primary key references signatures (id) on delete cascade,
    name text not null,
    email text not null,
    role text,
    affiliation text,
    wants_updates integer not null,
    is_public integer not null,
    updates_text_id blob not null,
    listing_text_id blob not null,
    -- folded name, address, role and affiliation
    search text not null
) strict;
-- Contentless: only the index is kept; rowid is that of signature_details.
create virtual table signature_search using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61');

-- The moves between states there are: held -> counted, removed; counted -> withdrawn, removed, held;
-- removed -> counted; withdrawn -> counted.
create trigger signatures_move before update of state on signatures
when old.state <> new.state and (old.state, new.state) not in (values (1, 0), (1, 3), (0, 2), (0, 3), (0, 1), (3, 0), (2, 0))
begin
    select raise(abort, 'a signature may not move so');
end;

-- How a pending signature ended that did not become a signature, for as long as its link may still be pressed.
create table settled_pendings (
    id blob primary key,
    petition_id blob not null references petitions (id) on delete cascade,
    -- 0 already signed (see signature_id), 1 "this was not me"
    ending integer not null check (ending between 0 and 1),
    signature_id blob,
    settled_at integer not null
) strict, without rowid;
