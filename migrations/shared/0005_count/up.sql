-- The number and its parts. Everything here moves in the transaction that moves a signature. Behind petitions, although the room
-- stands below them: the number is deleted with its petition.

-- How many signatures a petition has in each state.
create table tallies (
    petition_id uuid primary key references petitions (id) on delete cascade,
    counted bigint not null default 0 check (counted >= 0),
    held bigint not null default 0 check (held >= 0),
    withdrawn bigint not null default 0 check (withdrawn >= 0),
    removed bigint not null default 0 check (removed >= 0),
    -- a fixed goal, as in petitions, so that the commit that meets it can say so
    goal bigint,
    -- when the count first stood at the goal; a withdrawal does not undo it
    goal_met_at timestamptz,
    -- grows by one with every change, so that caches know which number is newer
    version bigint not null default 0,
    updated_at timestamptz not null,
    -- as in petitions
    moved bigint not null default 0
) strict, without rowid;

-- The change of the counted number by hour since 1970 (UTC), for charts and "since yesterday".
create table tally_hours (
    petition_id uuid not null references petitions (id) on delete cascade,
    hour bigint not null,
    change bigint not null,
    primary key (petition_id, hour)
) strict, without rowid;

-- How many counted signatures are bound to each wording.
create table wording_tallies (
    petition_id uuid not null references petitions (id) on delete cascade,
    wording_id uuid not null,
    counted bigint not null check (counted >= 0),
    primary key (petition_id, wording_id)
) strict, without rowid;

-- How many counted signatures chose each promise of a pledge.
create table choices (
    petition_id uuid not null references petitions (id) on delete cascade,
    option_id uuid not null references pledge_options (id) on delete cascade,
    counted bigint not null check (counted >= 0),
    primary key (petition_id, option_id)
) strict, without rowid;
create index choices_by_option on choices (option_id);

-- What is counted beside the number, in all: no row tells when. Moves in the transaction that writes what it counts.
create table figures (
    petition_id uuid not null references petitions (id) on delete cascade,
    -- 0 forms that were sent; 1 counted signatures whose signers let organizers write; -1 those who have their name shown; from 2 on forms
    -- that were confirmed, by how long that took (src/count/figures.rs)
    figure smallint not null,
    n bigint not null,
    primary key (petition_id, figure)
) strict, without rowid;

-- How many of those whose signature counts chose each option of a question, or ticked its box (option 0).
create table reply_tallies (
    petition_id uuid not null references petitions (id) on delete cascade,
    question smallint not null,
    option smallint not null,
    counted bigint not null check (counted >= 0),
    primary key (petition_id, question, option)
) strict, without rowid;
