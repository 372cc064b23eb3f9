-- Organizations, their organizers, what each organizer may do, and how organizers sign in.

create table organizations (
    id uuid primary key,
    -- in the address of its page
    slug text not null unique,
    name text not null,
    -- JSON: what it was called, and until when, as long as a form may be open that says so
    former_names text not null default '[]',
    -- where signers may write to, told on every page; empty: there is no such address
    contact_email text not null,
    -- JSON: one sentence on who it is, by language
    about text not null,
    -- whoever may see addresses of signers has to set up a second factor first
    needs_second_factor boolean not null default false,
    -- JSON: what the law asks for of whoever answers for a petition, by language
    imprint text not null default '[]',
    -- the two colours of its pages, six hexadecimal digits each: behind their head, and of links and buttons; null: the site's
    cover text,
    pen text,
    -- its logo, named by the SHA-256 of its bytes; null: there is none
    logo_sha256 text,
    logo_width integer,
    logo_height integer,
    -- JSON: the languages a petition of it is begun in; empty: those of the site
    langs text not null default '[]',
    -- months that a new petition keeps details; null: what the program begins with
    keeps_for smallint check (keeps_for > 0),
    -- since when it is no more: nobody works for it, and its petitions that are over keep its name
    ended_at timestamptz,
    created_at timestamptz not null,
    check ((cover is null) = (pen is null)),
    check ((logo_sha256 is null) = (logo_width is null) and (logo_sha256 is null) = (logo_height is null))
) strict, without rowid;

-- The bytes of its logo, apart from what is read for pages: a PNG of our own making. SQLite keeps the large rows by their rowid.
create table organization_logos (
    organization_id uuid primary key references organizations (id) on delete cascade,
    sha256 text not null,
    png bytea not null
) strict;

create table organizers (
    id uuid primary key,
    -- folded, so that one mailbox is one organizer
    email text not null unique,
    name text not null,
    -- argon2id in PHC form; null until the set-up or invitation link is used
    password text,
    -- of the console and of letters
    lang text not null,
    -- when a second factor was last put off; asked for again seven days later
    second_factor_later_at timestamptz,
    created_at timestamptz not null,
    -- when they were signed in last, to the minute
    seen_at timestamptz,
    -- since when they see the operator's pages; null: not at all. No right in any organization
    operator_since timestamptz,
    -- of whoever set this site up: the step of the first run that is open, 2 organization, 3 mail, 4 first petition; null: none
    set_up_step smallint check (set_up_step between 2 and 4),
    -- of what they are told by mail: a bit each, see account::notices
    notices smallint not null default 31,
    -- of what happened before that they have been told; null: of nothing yet
    told_until timestamptz,
    -- how much waited to be decided then
    told_waiting bigint not null default 0,
    -- when the next letter is due; null: not known yet
    digest_due_at timestamptz
) strict, without rowid;

create table memberships (
    organization_id uuid not null references organizations (id) on delete cascade,
    organizer_id uuid not null references organizers (id) on delete cascade,
    -- 0 owner, 1 admin, 2 editor, 3 moderator, 4 analyst, 5 exporter
    role smallint not null check (role between 0 and 5),
    created_at timestamptz not null,
    primary key (organization_id, organizer_id)
) strict, without rowid;
create index memberships_by_organizer on memberships (organizer_id);

create table sessions (
    id uuid primary key,
    -- SHA-256 of the cookie: a copy of this table signs nobody in
    token_hash bytea not null unique,
    organizer_id uuid not null references organizers (id) on delete cascade,
    -- the kind of browser, as far as it says: "Firefox, Linux"
    device text not null,
    created_at timestamptz not null,
    -- to the minute; the session ends an hour later
    last_seen_at timestamptz not null,
    -- when its person last proved who they are: by passphrase, and by a code where they have a second factor
    proved_at timestamptz not null,
    expires_at timestamptz not null
) strict, without rowid;
create index sessions_by_organizer on sessions (organizer_id);

-- The second factor: codes of six digits that a phone makes from a secret (RFC 6238).
create table second_factors (
    organizer_id uuid primary key references organizers (id) on delete cascade,
    -- in force: sealed with a key made from the secrets file; null while none is
    secret text,
    since timestamptz,
    -- of the code that was taken last: none of that step or before is taken again
    last_step bigint not null,
    -- being set up: the same for an hour, sealed likewise
    draft text,
    draft_at timestamptz
) strict, without rowid;

-- Instead of the phone, each once.
create table recovery_codes (
    organizer_id uuid not null references organizers (id) on delete cascade,
    number smallint not null,
    -- SHA-256 of 128 random bits
    code_hash bytea not null,
    used_at timestamptz,
    primary key (organizer_id, number)
) strict, without rowid;

-- The passphrase was right, and a code is asked for.
create table begun_sign_ins (
    id uuid primary key,
    -- SHA-256 of the token in the form that asks
    token_hash bytea not null unique,
    organizer_id uuid not null references organizers (id) on delete cascade,
    -- codes that were tried
    tries smallint not null,
    expires_at timestamptz not null
) strict, without rowid;
create index begun_sign_ins_by_organizer on begun_sign_ins (organizer_id);

-- One-time links.
create table account_links (
    id uuid primary key,
    -- SHA-256 of the token in the link
    token_hash bytea not null unique,
    -- 0 first set-up, 1 invitation, 2 new passphrase, 3 new address
    purpose smallint not null check (purpose between 0 and 3),
    organizer_id uuid references organizers (id) on delete cascade,
    organization_id uuid references organizations (id) on delete cascade,
    -- what the link makes its user in the organization, as in memberships
    role smallint check (role between 0 and 5),
    -- of an invitation: the member who invites, and has to be allowed to as long as it stands; null: the operator
    invited_by uuid references organizers (id) on delete cascade,
    -- the new address, which the link went to
    email text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
) strict, without rowid;
create index account_links_by_organizer on account_links (organizer_id);
create index account_links_by_organization on account_links (organization_id);

-- What organizers did, kept 24 months: rows are added and never changed (migrations/sqlite, migrations/postgres). Nothing refers to anything,
-- so that what happened stays when who did it, or what it was done to, is gone.
create table activity (
    -- in the order of time
    id uuid primary key,
    at timestamptz not null,
    organization_id uuid not null,
    -- null: no organizer
    organizer_id uuid,
    -- their name then, or a partner's; empty: whoever runs the site, by a command
    who text not null,
    -- the word of a deed: src/account/deed.rs
    deed text not null,
    -- what it was done to, as it was called then: a petition's title, a colleague's name
    what text not null,
    -- what it was, and what it became, where a wording was changed
    before text not null,
    after text not null,
    -- the kind of browser and the network without its end, as in sessions: "Firefox, Linux, 203.0.x.x"
    place text not null
) strict, without rowid;
create index activity_by_organization on activity (organization_id, id);
create index activity_by_organizer on activity (organizer_id, id);
