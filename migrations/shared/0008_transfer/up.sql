-- Lists that leave.

-- Large lists that are written while their maker waits: a row each, kept for a day with its file.
create table exports (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- who asked for it, and alone may take it
    organizer_id uuid not null references organizers (id) on delete cascade,
    -- the instance that has the file
    instance_id uuid not null,
    -- what was chosen; nothing of a signer
    options jsonb not null,
    -- 0 is written, 1 there, 2 broken off at a stop, 3 its maker may not any more, 4 the disk takes no more, 5 the database failed
    state smallint not null check (state between 0 and 5),
    -- signatures that were looked at, and how many there are to look at
    lines_read bigint not null default 0,
    lines_of bigint not null,
    -- signatures in the file, its length and its SHA-256
    lines bigint,
    bytes bigint,
    sha256 text,
    -- of a book: its pages, letters that no font has, and names with such letters
    pages bigint,
    missing_letters bigint,
    missing_names bigint,
    file_name text not null,
    started_at timestamptz not null,
    -- when it was last worked at
    moved_at timestamptz not null,
    finished_at timestamptz,
    -- when row and file are deleted
    expires_at timestamptz not null
) strict, without rowid;
create index exports_by_petition on exports (petition_id);
create index exports_by_organizer on exports (organizer_id);
create index exports_by_end on exports (expires_at);
-- one at once for a petition and person
create unique index exports_running on exports (petition_id, organizer_id) where state = 0;
