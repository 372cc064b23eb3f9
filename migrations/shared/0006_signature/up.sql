-- Names under a petition: typed in, confirmed, listed; what their signers agreed to and why they signed.

-- Typed in, waiting for the mailbox. No foreign keys: a row lives seven days at most, wordings and consent texts are never deleted,
-- and each key would cost a look-up in the hottest write of the program.
create table pending_signatures (
    id uuid primary key,
    petition_id uuid not null,
    -- keyed hashes of petition and address, and of petition and the mailbox behind its aliases
    email_k1 bytea not null,
    email_k2 bytea not null,
    -- keyed hash of the mailbox alone, for the mail budget and suppressions
    address_key bytea not null,
    name text not null,
    email text not null,
    role text,
    affiliation text,
    -- a town or region
    place text,
    -- for the organizers alone
    postcode text,
    country text,
    -- JSON: what was answered to the organizers' own questions, by the number of each; null: nothing
    replies text,
    wants_updates boolean not null,
    -- how much of the signer others see: 0 nothing, 1 "a supporter in" the place, 2 the name, 3 the name with what is listed beside it
    visibility smallint not null default 0 check (visibility between 0 and 3),
    -- JSON: what was answered to each who asked for updates, and the words about the public list
    answers text not null,
    -- the text that is signed
    wording_id uuid not null,
    lang text not null,
    -- the promise of a pledge; null where nothing was to be chosen
    choice_id uuid,
    -- what brought the signer: the code of another's link or a word on a poster
    source text,
    -- the code of the signer's own link, `?via=`: drawn at random, so that it tells nothing of the person
    share_code text,
    -- how much the form was filled in as a machine fills it in; from 100 on the signature is held
    score integer not null,
    created_at timestamptz not null,
    -- how often the letter was asked for again
    resends smallint not null default 0,
    -- wrong codes typed, and wrong words since the newest letter
    code_tries smallint not null default 0,
    word_tries smallint not null default 0,
    -- What suggests that a machine opens the link. It stands at the row that the link is about, so that every instance knows it and
    -- a restart forgets none.

    -- SHA-256 of the __Host-pend cookie of the browser that signed
    browser_hash bytea not null,
    -- keyed hash of the host that sent the form, under a key of this row alone: tells whether the same host opens the link, and
    -- cannot be compared with that of another row
    host_mark bytea,
    -- when the relay took the newest letter
    mailed_at timestamptz,
    -- somebody asked for the head of the page
    head_seen boolean not null default false,
    -- another host opened the link within seconds of the letter
    early_look boolean not null default false,
    -- a press was answered with the question for the word, or one host went through several links
    is_suspect boolean not null default false
) strict, without rowid;
create index pending_signatures_by_choice on pending_signatures (choice_id) where choice_id is not null;
-- What waits under one address: the form that is sent again, and the code that is typed with the address. The key stands last, so
-- that the index grows at its end: an index that begins with random keys writes a page of its own for every form, and one more when
-- it is confirmed. A look goes over the index of what waits under one petition, or over what came since an instant.
create index pending_signatures_by_petition on pending_signatures (petition_id, id, address_key);

-- How a pending signature ended that did not become a signature, for as long as its link may still be pressed.
create table settled_pendings (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- 0 already signed, with signature_id; 1 "this was not me"
    ending smallint not null check (ending between 0 and 1),
    signature_id uuid,
    settled_at timestamptz not null
) strict, without rowid;

-- A name under a petition, confirmed. What is personal stands in signature_details. The moves between states there are:
-- held -> counted, removed; counted -> withdrawn, removed, held; removed -> counted, held; withdrawn -> counted. Triggers refuse
-- everything else.
create table signatures (
    -- the id its pending signature had, so that the link in the mail goes on answering
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- as in pending_signatures; random once the person is erased
    email_k1 bytea not null,
    email_k2 bytea not null,
    -- 0 counted, 1 held, 2 withdrawn, 3 removed
    state smallint not null check (state between 0 and 3),
    -- why it is held or removed: 0 alias, 1 score, 2 organizer, 3 erased while it was held
    reason smallint,
    -- "you are signature n": its place when it was counted first
    number bigint,
    wording_id uuid not null,
    lang text not null,
    -- These three as in pending_signatures. Erasing the person takes the share code, and of a signature that does not count the others.
    choice_id uuid,
    source text,
    share_code text,
    -- as in pending_signatures, when it was confirmed
    is_suspect boolean not null default false,
    signed_at timestamptz not null,
    confirmed_at timestamptz not null,
    -- when its state last changed
    changed_at timestamptz not null
) strict, without rowid;
create index signatures_by_state on signatures (petition_id, state, id);
create index signatures_by_choice on signatures (choice_id) where choice_id is not null;
-- One signature for each address, and those of the same mailbox beside it: equal addresses (K1) are in equal mailboxes (K2). One
-- index does both, because each index over random keys costs a page of its own in every confirmation. It begins with the mailbox:
-- PostgreSQL, as long as it has no figures of a table, would prefer another index that begins with the petition.
create unique index signatures_one_each on signatures (email_k2, email_k1, petition_id);

-- Those that are held, by why: so few of all that the index costs nothing where nobody is held.
create index signatures_held on signatures (petition_id, reason, id) where state = 1;

-- What is personal; deleted when the person is erased, or when it was kept as long as was promised. SQLite's full-text index names its
-- rows by their rowid.
create table signature_details (
    signature_id uuid primary key references signatures (id) on delete cascade,
    name text not null,
    email text not null,
    role text,
    affiliation text,
    -- a town or region
    place text,
    -- for the organizers alone
    postcode text,
    country text,
    -- as in pending_signatures
    replies text,
    wants_updates boolean not null,
    -- JSON: the founding organizations that may write; null where there is one organization only
    opted_in_to text,
    -- the partner that may write, in whose frame the form stood (sources); null: none
    opted_in_partner uuid,
    -- as in pending_signatures
    visibility smallint not null default 0 check (visibility between 0 and 3),
    -- how the organizers have the name listed: under these letters, and pinned among the first signers
    sorted_as text,
    is_first boolean not null default false,
    -- wrong words typed on the signer's own page since the newest letter that prints the word
    word_tries smallint not null default 0,
    -- words of name, address and what was asked beside them, folded, each behind the last twelve digits of the petition's key: a
    -- search goes straight to the words of one petition
    search text not null
) strict;
create index signature_details_by_partner on signature_details (opted_in_partner) where opted_in_partner is not null;

-- Every yes and every no, in their order: never changed, and deleted only after their signer's details. What was answered at once is
-- one row: a confirmation writes one, however many were asked.
create table consents (
    signature_id uuid not null references signatures (id) on delete cascade,
    id uuid not null,
    -- JSON: of each answer its purpose (0 updates by mail, 1 public listing), the founding organization or the partner it was
    -- given to, if to one, the words it answers (consent_texts) and whether it is a yes
    answers text not null,
    -- how it was given: 0 the form, 1 the signer's own page, 2 the link that stops mail
    means smallint not null check (means between 0 and 2),
    given_at timestamptz not null,
    primary key (signature_id, id)
) strict, without rowid;

-- How many counted signatures came by each source. Moves in the transaction that moves a signature. A row is there from the first
-- arrival on, and knows no person.
create table shares (
    petition_id uuid not null references petitions (id) on delete cascade,
    code text not null,
    counted bigint not null check (counted >= 0),
    primary key (petition_id, code)
) strict, without rowid;
create index shares_by_count on shares (petition_id, counted);

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
    -- how many readers have reported it since the last decision
    reports integer not null default 0,
    typed_at timestamptz not null,
    decided_at timestamptz
) strict, without rowid;
create index reasons_by_state on reasons (petition_id, state, id);
create index reasons_by_decision on reasons (petition_id, state, decided_at);
create index reasons_typed on reasons (id) where state = 0;
-- Published ones that an organizer reads again; they stay on the page.
create index reasons_reported on reasons (petition_id, id) where state = 2 and reports >= 3;

-- How many reasons a petition has in each state. Moves in the transaction that moves one.
create table reason_tallies (
    petition_id uuid primary key references petitions (id) on delete cascade,
    waiting bigint not null default 0 check (waiting >= 0),
    published bigint not null default 0 check (published >= 0),
    private bigint not null default 0 check (private >= 0),
    hidden bigint not null default 0 check (hidden >= 0),
    -- grows with every change, so that caches know which number is newer
    version bigint not null,
    updated_at timestamptz not null,
    -- as in petitions
    moved bigint not null default 0
) strict, without rowid;

-- Names that anybody may read: one row for each counted signature whose owner shows the name. It is made of signature_details in the
-- transaction that changes them, and holds nothing that is not on the public page. SQLite's full-text index names its rows by their
-- rowid.
create table register_entries (
    -- the signature's
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    name text not null,
    role text,
    affiliation text,
    place text,
    -- what the list is sorted by, folded; compared byte by byte
    sort_key text collate "C" not null,
    -- the group of those who wrote the same role, folded; likewise the affiliation
    role_key text,
    affiliation_key text,
    -- pinned by the organizers among the first signers
    is_first boolean not null,
    -- what it is found by, as `search` in signature_details
    words text not null
) strict;
create index register_by_name on register_entries (petition_id, sort_key, id);
create index register_by_role on register_entries (petition_id, role_key, sort_key, id) where role_key is not null;
create index register_by_affiliation on register_entries (petition_id, affiliation_key, sort_key, id) where affiliation_key is not null;

-- How many names each group of the list has.
create table register_groups (
    petition_id uuid not null references petitions (id) on delete cascade,
    -- 0 letter, 1 role, 2 affiliation
    kind smallint not null check (kind between 0 and 2),
    key text collate "C" not null,
    -- as it was written first
    label text not null,
    signers bigint not null,
    primary key (petition_id, kind, key)
) strict, without rowid;
create index register_groups_by_size on register_groups (petition_id, kind, signers desc, key);

-- Schools and employers as the signers that count wrote them, with how many did. Moves in the transaction that moves a signature or its
-- details, and knows no person: a spelling that nobody has any more is no row.
create table affiliations (
    petition_id uuid not null references petitions (id) on delete cascade,
    -- folded, as in register_entries
    key text collate "C" not null,
    -- as it was written first
    written text not null,
    -- the same without punctuation: what looks alike has the same
    alike text collate "C" not null,
    signers bigint not null,
    -- the heading it stands under (affiliation_headings); null: it stands alone
    heading text collate "C",
    -- the merge that put it there, and the heading it stood under before, as organizers wrote that
    merge_id uuid,
    heading_before text,
    primary key (petition_id, key)
) strict, without rowid;
create index affiliations_by_size on affiliations (petition_id, signers desc, key) where heading is null;
create index affiliations_by_heading on affiliations (petition_id, heading, key) where heading is not null;
create index affiliations_by_merge on affiliations (petition_id, merge_id) where merge_id is not null;
create index affiliations_alike on affiliations (petition_id, alike) where heading is null;

-- Headings that organizers put spellings under, with the sum of them.
create table affiliation_headings (
    petition_id uuid not null references petitions (id) on delete cascade,
    -- the title, folded
    key text collate "C" not null,
    title text not null,
    signers bigint not null,
    primary key (petition_id, key)
) strict, without rowid;
create index affiliation_headings_by_size on affiliation_headings (petition_id, signers desc, key);

-- What organizers decide about signatures, many in one press: who, why, and what became of it. Never deleted, and without a name: those of
-- who is meant stand in batch_signatures.
create table batches (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- 0 count, 1 hold, 2 remove
    act smallint not null check (act between 0 and 2),
    -- why: 0 a program, 1 no person's name, 2 twice, 3 not theirs, 4 abusive, 5 by mistake, 6 looked at, 7 something else; null: not said yet
    cause smallint check (cause between 0 and 7),
    -- for colleagues, and for whoever it is about
    note text not null,
    -- JSON: which signatures are gathered; null where they were ticked one by one
    condition text,
    -- 0 gathers, 1 is to be read and pressed, 2 waits for somebody else, 3 is carried out, 4 done, 5 stopped, 6 is taken back, 7 taken back
    state smallint not null check (state between 0 and 7),
    -- how many are meant, how many it moved and has not moved back, and how many it moved back
    total bigint not null default 0,
    moved bigint not null default 0,
    back bigint not null default 0,
    -- the signature it has come to
    place uuid,
    -- organizers
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    ended_at timestamptz
) strict, without rowid;
create index batches_by_petition on batches (petition_id, id);
-- Those that are not over: what a worker goes on with is among them.
create index batches_at_work on batches (id) where ended_at is null;

-- Which signatures a batch is about, and where each stood before.
create table batch_signatures (
    batch_id uuid not null references batches (id) on delete cascade,
    signature_id uuid not null references signatures (id) on delete cascade,
    state_before smallint not null,
    reason_before smallint,
    -- 0 not yet, or it had gone elsewhere by itself; 1 moved; 2 moved back
    step smallint not null default 0 check (step between 0 and 2),
    primary key (batch_id, signature_id)
) strict, without rowid;
create index batch_signatures_by_signature on batch_signatures (signature_id, batch_id);

-- What organizers put on a signature to find it again. Personal; gone with the signer's details.
create table signature_tags (
    petition_id uuid not null references petitions (id) on delete cascade,
    tag text collate "C" not null,
    signature_id uuid not null references signatures (id) on delete cascade,
    primary key (petition_id, tag, signature_id)
) strict, without rowid;
create index signature_tags_by_signature on signature_tags (signature_id, tag);

-- What organizers write down about a signature, for each other; whoever signed can read it. Personal; gone with the signer's details.
create table signature_notes (
    id uuid primary key,
    signature_id uuid not null references signatures (id) on delete cascade,
    words text not null,
    -- null: not here any more
    organizer_id uuid references organizers (id) on delete set null,
    written_at timestamptz not null
) strict, without rowid;
create index signature_notes_by_signature on signature_notes (signature_id, id);
create index signature_notes_by_organizer on signature_notes (organizer_id) where organizer_id is not null;
