-- Petitions whose signers' details are deleted, or are being deleted, because they were kept as long as was promised.
create table forgettings (
    petition_id blob primary key references petitions (id) on delete cascade,
    -- how many signatures lost their details so far, and how many organizations
    signatures integer not null check (signatures >= 0),
    organizations integer not null check (organizations >= 0),
    -- when nothing was left; null: it goes on
    done_at integer
) strict, without rowid;
