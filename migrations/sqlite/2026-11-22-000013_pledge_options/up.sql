-- What a pledge lets people choose from. A row is never deleted: signatures name it.
create table pledge_options (
    id blob primary key,
    petition_id blob not null references petitions (id) on delete cascade,
    -- its place on the form, from 1; null: not offered there any more
    position integer
) strict, without rowid;
create index pledge_options_by_petition on pledge_options (petition_id);
create table pledge_option_texts (
    option_id blob not null references pledge_options (id) on delete cascade,
    lang text not null,
    -- a sentence in the first person
    words text not null,
    primary key (option_id, lang)
) strict, without rowid;

-- The promises as they were signed with the text, JSON: pairs of option and words, in their order; null without any.
alter table wordings add column promises text;

-- What was chosen; null where nothing was to be chosen, and once the person is erased.
alter table pending_signatures add column choice_id blob;
create index pending_signatures_by_choice on pending_signatures (choice_id) where choice_id is not null;
alter table signatures add column choice_id blob;
create index signatures_by_choice on signatures (choice_id) where choice_id is not null;

-- How many counted signatures chose each. Moves in the transaction that moves a signature.
create table choices (
    petition_id blob not null references petitions (id) on delete cascade,
    option_id blob not null references pledge_options (id) on delete cascade,
    counted integer not null check (counted >= 0),
    primary key (petition_id, option_id)
) strict, without rowid;
create index choices_by_option on choices (option_id);
