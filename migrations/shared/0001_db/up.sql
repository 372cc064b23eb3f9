-- What the database keeps about itself.

-- The secrets that the keys and links in this database are made with. The newest row is in force.
create table secret_versions (
    -- grows by one whenever other secrets are put in force
    version bigint primary key check (version > 0),
    -- an HMAC of the secrets over a fixed word: recognizes them and tells nothing of them
    fingerprint bytea not null check (length(fingerprint) = 32),
    since timestamptz not null
) strict;

-- One row, written to find out whether the database takes writes again after it refused one. A copy of the database leaves it out.
create table write_checks (
    id smallint primary key check (id = 1),
    -- 64 KiB of random bytes: less might find a place in a page that is free already
    filler bytea not null
) strict;

-- One row: when the newest copy was made with `undersigned backup`. Written once the copy is whole, so that no copy knows of itself; the way
-- into a database of the other kind leaves it out.
create table last_backup (
    id smallint primary key check (id = 1),
    -- what the copy holds was so at that moment
    made_at timestamptz not null
) strict;
