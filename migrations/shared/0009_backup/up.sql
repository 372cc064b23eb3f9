-- Copies of the database, what a restored one waits for, and which programs may work on this schema.

-- One row in a copy: of when what it holds was so. Whoever restores it knows by that what was deleted since. The database that was copied
-- has none, but for one that was restored itself.
create table copy_moments (
    id smallint primary key check (id = 1),
    at timestamptz not null
) strict;

-- One row: the newest of the backups that are made by themselves. One instance of several makes it.
create table backup_runs (
    id smallint primary key check (id = 1),
    begun_at timestamptz not null,
    -- moved while it is made: of one that stands still nobody is at work any more
    seen_at timestamptz not null,
    -- null: it is being made, or was cut off
    ended_at timestamptz,
    -- why it was not made, a word; null: it was, or is not ended
    trouble text
) strict;

-- One row while no letter leaves, whoever queues it: since when. A restored database begins so, because what waits in it may have been sent
-- long ago.
create table mail_holds (
    id smallint primary key check (id = 1),
    since timestamptz not null
) strict;

-- One row: the oldest step that a program has to know to work on this schema. A step that takes away or changes what older programs use
-- writes its own version here; one that only adds leaves it, so that the program of before goes on beside the new one.
create table schema_floors (
    id smallint primary key check (id = 1),
    version text not null
) strict;
insert into schema_floors (id, version) values (1, '0009');
