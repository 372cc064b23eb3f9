-- Typed in, waiting for the mailbox. Every submission is its own row and is never overwritten.
-- No foreign keys here: the row lives seven days at most, wordings and consent texts are never
-- deleted, and each key would cost a look-up in the hottest write of the program.
create table pending_signatures (
    id uuid primary key,
    petition_id uuid not null,
    email_k1 bytea not null,
    email_k2 bytea not null,
    -- petition-independent, for the mail budget and suppressions
    address_key bytea not null,
    name text not null,
    email text not null,
    role text,
    affiliation text,
    wants_updates boolean not null,
    is_public boolean not null,
    updates_text_id uuid not null,
    listing_text_id uuid not null,
    wording_id uuid not null,
    lang text not null,
    source text,
    -- SHA-256 of the __Host-pend cookie of the browser that signed
    browser_hash bytea not null,
    score integer not null,
    resends smallint not null default 0,
    code_tries smallint not null default 0,
    word_tries smallint not null default 0,
    is_suspect boolean not null default false,
    created_at timestamptz not null,
    -- when the relay took the confirmation mail
    mailed_at timestamptz
);
create index pending_signatures_by_petition on pending_signatures (petition_id, id);

-- A name under a petition, confirmed. What is personal stands in signature_details.
create table signatures (
    -- the id its pending signature had, so that the link in the mail goes on answering
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    email_k1 bytea not null,
    email_k2 bytea not null,
    -- 0 counted, 1 held, 2 withdrawn, 3 removed
    state smallint not null check (state between 0 and 3),
    -- why it is held or removed: 0 alias, 1 score, 2 organizer
    reason smallint,
    -- "you are signature n": its place when it was counted first
    number bigint,
    wording_id uuid not null,
    lang text not null,
    source text,
    is_suspect boolean not null default false,
    signed_at timestamptz not null,
    confirmed_at timestamptz not null,
    changed_at timestamptz not null
);
create unique index signatures_one_each on signatures (petition_id, email_k1);
create index signatures_by_mailbox on signatures (petition_id, email_k2);
create index signatures_by_state on signatures (petition_id, state, id);

create table signature_details (
    signature_id uuid primary key references signatures (id) on delete cascade,
    name text not null,
    email text not null,
    role text,
    affiliation text,
    wants_updates boolean not null,
    is_public boolean not null,
    updates_text_id uuid not null,
    listing_text_id uuid not null,
    -- folded name, address, role and affiliation
    search text not null
);
create index signature_search on signature_details using gin (to_tsvector('simple', search));

-- The moves between states there are: held -> counted, removed; counted -> withdrawn, removed, held;
-- removed -> counted; withdrawn -> counted.
create function signatures_may_move() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in ((1, 0), (1, 3), (0, 2), (0, 3), (0, 1), (3, 0), (2, 0)) then
        raise exception 'a signature may not move so' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger signatures_move before update of state on signatures
for each row when (old.state <> new.state) execute function signatures_may_move();

-- How a pending signature ended that did not become a signature, for as long as its link may still be pressed.
create table settled_pendings (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- 0 already signed (see signature_id), 1 "this was not me"
    ending smallint not null check (ending between 0 and 1),
    signature_id uuid,
    settled_at timestamptz not null
);
