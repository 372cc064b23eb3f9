-- What can be signed: petitions, letters and pledges, their texts, and the organizations beside their signers.

-- The moves between states there are: draft -> open; open -> closed, paused, removed; closed -> open, removed;
-- paused -> open, closed, removed. A closed petition opens again only as long as none of its signers' details are deleted. Only a
-- draft can be deleted. Triggers refuse everything else.
create table petitions (
    id uuid primary key,
    organization_id uuid not null references organizations (id),
    -- 0 petition, 1 letter, 2 pledge
    kind smallint not null check (kind between 0 and 2),
    slug text not null unique,
    -- 0 draft, 1 open, 2 closed, 3 paused, 4 removed
    state smallint not null check (state between 0 and 4),
    -- the language it was first written in; others are translations of it
    lang text not null,
    -- a fixed goal; null: the goal grows with the number
    goal integer check (goal is null or goal > 0),
    -- the IANA name of the zone its dates are told in
    time_zone text not null,
    -- when it begins to take signatures by itself; null: as soon as it is published
    opens_at timestamptz,
    -- when it stops taking signatures by itself
    closes_at timestamptz,
    published_at timestamptz,
    -- null again once it was opened again
    closed_at timestamptz,
    -- until when details are kept at the latest, as its pages said when it was closed; null: it was never opened again
    keeps_last timestamptz,
    -- when one that was taken down was put out of the organizers' list
    archived_at timestamptz check (archived_at is null or state = 4),
    -- of form and confirmation, see petition::rules::settings
    settings jsonb not null,
    -- grows by one with every change, so that caches and two who edit it notice
    revision bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- tells the copies in memory that it changed; written by a trigger
    moved bigint not null default 0
) strict, without rowid;
create index petitions_by_organization on petitions (organization_id);
create index petitions_by_change on petitions (moved);

-- The text as it stands now, one row a language.
create table petition_texts (
    petition_id uuid not null references petitions (id) on delete cascade,
    lang text not null,
    title text not null,
    ask text not null,
    -- whom it addresses; empty for nobody
    target text not null,
    -- Markdown, and the HTML that was made of it when it was saved
    body text not null,
    body_html text not null,
    -- what a fixed goal means, as "5 % of the students"; empty for nothing
    goal_reason text not null default '',
    -- how it ended, likewise Markdown and HTML
    outcome text,
    outcome_html text,
    -- whether readers of this language get it
    is_published boolean not null,
    updated_at timestamptz not null,
    primary key (petition_id, lang)
) strict, without rowid;

-- Where a published petition was before: whoever comes there finds it still. A petition that stands at an address now is never one of
-- these.
create table former_slugs (
    slug text primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    created_at timestamptz not null
) strict, without rowid;
create index former_slugs_by_petition on former_slugs (petition_id);

-- What each page of the editor held each time somebody saved something else in it: the versions of a text, and how an earlier one is
-- taken up again. Only the newest of a page are kept.
create table petition_versions (
    petition_id uuid not null references petitions (id) on delete cascade,
    -- a language, or form, dates, protection
    part text not null,
    -- of the petition, as it was saved
    revision bigint not null,
    -- JSON: pairs of field and value, as in the form
    fields jsonb not null,
    -- who saved it; null: nobody who is here still, or it was so when it was made
    organizer_id uuid references organizers (id) on delete set null,
    -- the revision that was taken up again
    restored bigint,
    -- of a translation: the revision of the petition's own text it was last held against
    made_from bigint,
    -- of the petition's own text: whether only its spelling changed, so that no translation has to follow
    is_mend boolean not null,
    created_at timestamptz not null,
    primary key (petition_id, part, revision)
) strict, without rowid;

-- What somebody has typed into a page of the editor and not saved: each open page keeps its own, and none replaces what is saved.
create table kept_copies (
    -- made up when the page is shown
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- as in petition_versions
    part text not null,
    organizer_id uuid not null references organizers (id) on delete cascade,
    -- the revision that the page showed
    revision bigint not null,
    -- as in petition_versions
    fields jsonb not null,
    kept_at timestamptz not null
) strict, without rowid;
create index kept_copies_by_petition on kept_copies (petition_id);
create index kept_copies_by_age on kept_copies (kept_at);

-- What signers pass on, in the organizers' words; where there is no row, the program's own.
create table share_texts (
    petition_id uuid not null references petitions (id) on delete cascade,
    lang text not null,
    -- any, whatsapp, sms, subject, email, bluesky or mastodon
    channel text not null,
    words text not null,
    primary key (petition_id, lang, channel)
) strict, without rowid;

-- What happens next, in the organizers' words: a row a step, the first day first, and one for its words in each language.
create table dated_steps (
    petition_id uuid not null references petitions (id) on delete cascade,
    -- its place among them, from 1
    step smallint not null,
    -- 2027-05-12, in the petition's zone
    day text not null,
    primary key (petition_id, step)
) strict, without rowid;
create table dated_step_texts (
    petition_id uuid not null references petitions (id) on delete cascade,
    step smallint not null,
    lang text not null,
    words text not null,
    primary key (petition_id, step, lang)
) strict, without rowid;

-- To whom it is to be handed over, in the order in which organizers named them, and on which day.
create table delivery_recipients (
    petition_id uuid not null references petitions (id) on delete cascade,
    -- its place among them, from 1
    place smallint not null,
    name text not null,
    -- role or office
    office text,
    primary key (petition_id, place)
) strict, without rowid;
create table delivery_days (
    petition_id uuid primary key references petitions (id) on delete cascade,
    -- 2027-05-12, in the petition's zone
    day text not null
) strict, without rowid;

-- What was handed over, to whom, and when.
create table deliveries (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- 2027-05-12, in the petition's zone
    day text not null,
    -- the recipients as they were named then
    recipients text not null,
    -- 0 in person, 1 by post, 2 by mail, 3 otherwise
    way smallint not null check (way between 0 and 3),
    note text not null,
    -- the SHA-256 of the file, in hexadecimal
    sha256 text,
    -- signatures that were handed over, and how many of them by name
    signatures bigint not null check (signatures >= 0),
    named bigint not null check (named between 0 and signatures),
    -- whether the petition's page tells it
    is_public boolean not null,
    -- who wrote it down
    organizer_id uuid references organizers (id) on delete set null,
    -- grows by one with every change
    revision bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
) strict, without rowid;
create index deliveries_by_petition on deliveries (petition_id, id);
create index deliveries_by_organizer on deliveries (organizer_id);

-- The picture at the head of its page. The row stays when the picture is taken off, so that the copies in memory notice.
create table petition_pictures (
    petition_id uuid primary key references petitions (id) on delete cascade,
    -- grows by one with every change
    revision bigint not null,
    -- JPEGs of our own making, for phones and for everything else, named by the SHA-256 of their bytes; null: there is none
    small_sha256 text,
    small_width integer,
    small_height integer,
    large_sha256 text,
    large_width integer,
    large_height integer,
    changed_at timestamptz not null,
    -- as in petitions
    moved bigint not null default 0,
    check ((small_sha256 is null) = (large_sha256 is null))
) strict, without rowid;
create index petition_pictures_by_change on petition_pictures (moved);

-- What is said of it, one row a language.
create table petition_picture_texts (
    petition_id uuid not null references petition_pictures (petition_id) on delete cascade,
    lang text not null,
    -- what it shows, for whoever does not see it
    alt text not null check (alt <> ''),
    -- whose it is, and a sentence below it; empty for nothing
    credit text not null,
    caption text not null,
    primary key (petition_id, lang)
) strict, without rowid;

-- Its bytes, apart from what is read for pages. SQLite keeps the large rows by their rowid.
create table petition_picture_files (
    petition_id uuid not null references petition_pictures (petition_id) on delete cascade,
    sha256 text not null,
    jpeg bytea not null,
    primary key (petition_id, sha256)
) strict;

-- Where signers come from, as far as organizers have named it: links of their own, and partners whose sites carry the form.
create table sources (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- what its links carry, in small letters; never changes
    code text not null,
    name text not null,
    -- 0 a link, 1 a partner
    kind smallint not null check (kind between 0 and 1),
    -- of a partner: where its frame may stand, one a line
    sites text not null,
    -- of a partner: whether its frame asks if the partner may write, instead of asking it for the organizations: 0 it never did, 1 it
    -- does, 2 it did
    asking smallint not null default 0 check (asking between 0 and 2),
    -- since when a partner's frame shows no form, or a link is put away; null: it is in use
    paused_at timestamptz,
    created_at timestamptz not null,
    -- grows by one with every change, so that two who edit it notice
    revision bigint not null,
    unique (petition_id, code)
) strict, without rowid;

-- The mailbox by which a partner reads what it brought, and takes the list of those who let it write.
create table partner_contacts (
    source_id uuid primary key references sources (id) on delete cascade,
    -- where letters go
    email text not null,
    -- by which a mailbox is found: folded, so that one mailbox is one
    address text not null,
    -- of the letters
    lang text not null,
    created_at timestamptz not null
) strict, without rowid;
create index partner_contacts_by_address on partner_contacts (address);

-- Where a letter to a partner leads to. The token is made of the id with a key from the secrets file.
create table partner_links (
    id uuid primary key,
    source_id uuid not null references partner_contacts (source_id) on delete cascade,
    expires_at timestamptz not null,
    -- when the list was taken with it: once
    list_taken_at timestamptz
) strict, without rowid;
create index partner_links_by_source on partner_links (source_id);

-- One row a petition that has had sources: locked by whoever changes one, so that their number has a bound, and it stays when one is
-- deleted, so that the copies in memory notice.
create table source_lists (
    petition_id uuid primary key references petitions (id) on delete cascade,
    revision bigint not null,
    -- as in petitions
    moved bigint not null default 0
) strict, without rowid;
create index source_lists_by_change on source_lists (moved);

-- What was counted of each on each day: no row knows a person.
create table source_days (
    petition_id uuid not null references petitions (id) on delete cascade,
    code text not null,
    -- 2027-05-12, in the petition's zone
    day text not null,
    -- how often the page or a frame was opened, forms taken in, signatures confirmed
    opened bigint not null check (opened >= 0),
    sent bigint not null check (sent >= 0),
    confirmed bigint not null check (confirmed >= 0),
    primary key (petition_id, code, day)
) strict, without rowid;

-- The text as it was signed: never changed, never deleted before its signatures.
create table wordings (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    lang text not null,
    -- from 1, by language
    version integer not null,
    -- what the organizers called it: 0 the first of its language, or one under which nobody had signed another; 1 mended spelling;
    -- 2 something else is asked
    called smallint not null default 0 check (called between 0 and 2),
    title text not null,
    ask text not null,
    target text not null,
    body text not null,
    -- the promises of a pledge, JSON: pairs of option and words, in their order; null without any
    promises text,
    -- of all its texts
    sha256 bytea not null,
    created_at timestamptz not null,
    unique (petition_id, lang, version)
) strict, without rowid;

-- Wordings that ask for something else. Those who signed an earlier one and said yes to mail are being told, one row a wording.
create table told_changes (
    wording_id uuid primary key references wordings (id) on delete cascade,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- the last signature that was looked at; null: none yet
    after_id uuid,
    -- when the last was; null: it goes on
    done_at timestamptz
) strict, without rowid;
create index told_changes_by_petition on told_changes (petition_id);

-- Organizations that founded the petition. One that is not named any more keeps its row: consents name it.
create table petition_founders (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- its place on the page, from 1; null: not named there any more
    position integer,
    name text not null,
    unique (petition_id, name)
) strict, without rowid;

-- The words a consent was given to: never changed, never deleted.
create table consent_texts (
    id uuid primary key,
    -- 0 updates by mail, 1 public listing
    purpose smallint not null check (purpose between 0 and 1),
    lang text not null,
    words text not null,
    -- of the words
    sha256 bytea not null,
    created_at timestamptz not null,
    unique (purpose, lang, sha256)
) strict, without rowid;

-- Which petition has asked with which words, and since when: a row when they are answered there first.
create table consent_uses (
    petition_id uuid not null references petitions (id) on delete cascade,
    text_id uuid not null references consent_texts (id),
    first_at timestamptz not null,
    primary key (petition_id, text_id)
) strict, without rowid;

-- What a pledge lets people choose from: never deleted, because signatures name it.
create table pledge_options (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- its place on the form, from 1; null: not offered there any more
    position integer
) strict, without rowid;
create index pledge_options_by_petition on pledge_options (petition_id);

create table pledge_option_texts (
    option_id uuid not null references pledge_options (id) on delete cascade,
    lang text not null,
    -- a sentence in the first person
    words text not null,
    primary key (option_id, lang)
) strict, without rowid;

-- What organizers ask on the form in words of their own. Never deleted: answers name a question by its number and what was chosen by
-- the numbers in its definition.
create table questions (
    petition_id uuid not null references petitions (id) on delete cascade,
    -- from 1 on, given once
    number smallint not null check (number > 0),
    -- its place on the form, from 1
    position smallint not null,
    -- since when it does not stand on the form any more; null: it does
    removed_at timestamptz,
    -- how it is answered, its words in each language, what there is to choose from: see petition::rules::question
    definition jsonb not null,
    primary key (petition_id, number)
) strict, without rowid;

-- News from the organizers of a petition.
create table updates (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- 0 draft, 1 published, 2 taken back
    state smallint not null check (state between 0 and 2),
    published_at timestamptz,
    -- when its text last changed after that
    edited_at timestamptz,
    -- grows by one with every change, so that caches and two who edit it notice
    revision bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- as in petitions
    moved bigint not null default 0
) strict, without rowid;
create index updates_by_petition on updates (petition_id, id);
create index updates_by_change on updates (moved);

-- Its text, one row a language.
create table update_texts (
    update_id uuid not null references updates (id) on delete cascade,
    lang text not null,
    title text not null,
    -- Markdown, and the HTML that was made of it when it was saved
    body text not null,
    body_html text not null,
    primary key (update_id, lang)
) strict, without rowid;

-- Organizations under a petition, beside its people and counted apart from them. The moves between states there are: a mailbox
-- confirms; organizers show, refuse, and think again; whoever signed withdraws. Triggers refuse everything else. SQLite keeps the
-- large rows by their rowid.
create table endorsements (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- the organization, public once it is shown
    name text not null,
    -- the same folded: an organization is shown once
    name_key text collate "C" not null,
    -- who signs for it, for the organizers only; empty once withdrawn
    contact_name text not null,
    contact_email text not null,
    -- keyed hash of the mailbox, as in outbox
    address_key bytea not null,
    lang text not null,
    -- the form was filled in as a machine fills it in
    is_suspect boolean not null,
    -- 0 waits for its mailbox, 1 waits for the organizers, 2 shown, 3 refused, 4 withdrawn
    state smallint not null check (state between 0 and 4),
    created_at timestamptz not null,
    confirmed_at timestamptz,
    decided_at timestamptz,
    -- when its state last changed
    changed_at timestamptz not null,
    -- as in petitions
    moved bigint not null default 0,
    -- what suggests that a machine opens its link, as in pending_signatures: cleared when its mailbox confirms
    browser_hash bytea,
    host_mark bytea,
    head_seen boolean not null default false,
    early_look boolean not null default false,
    was_asked boolean not null default false,
    -- wrong words typed on its page, and when the relay took the newest letter that prints the word
    word_tries smallint not null default 0,
    mailed_at timestamptz,
    -- a PNG of our own making, named by the SHA-256 of its bytes; last, because SQLite reads a row from its beginning
    logo_sha256 text,
    logo_width integer,
    logo_height integer,
    logo bytea,
    check ((logo is null) = (logo_sha256 is null)),
    check (state <> 4 or (contact_name = '' and contact_email = '' and logo is null))
) strict;
create unique index endorsements_shown on endorsements (petition_id, name_key) where state = 2;
create index endorsements_by_state on endorsements (petition_id, state, id);
create index endorsements_logo on endorsements (logo_sha256) where state = 2;
create index endorsements_unconfirmed on endorsements (id) where state = 0;
create index endorsements_changed on endorsements (moved) where state >= 2;

-- When a petition came to another state: the notes under its chart. Written by a trigger, whoever moves it.
create table petition_turns (
    petition_id uuid not null references petitions (id) on delete cascade,
    at timestamptz not null,
    -- as in petitions
    state smallint not null,
    primary key (petition_id, at)
) strict, without rowid;

-- Petitions whose signers' details are deleted, or are being deleted, because they were kept as long as was promised.
create table retention_runs (
    petition_id uuid primary key references petitions (id) on delete cascade,
    -- how many signatures lost their details so far, and how many organizations
    signatures bigint not null check (signatures >= 0),
    organizations bigint not null check (organizations >= 0),
    -- when nothing was left; null: it goes on
    done_at timestamptz
) strict, without rowid;
