-- One row, written to find out whether anything can be written again after a write was refused. It belongs to this database alone
-- and is not copied into another.
create table write_checks (
    id smallint primary key check (id = 1),
    -- chance, as large as what a visitor's write may need
    filler bytea not null
);

-- Which transaction changed a row last, for whoever holds copies in memory and asks what is new. See src/db/changes.rs.
create function note_change() returns trigger language plpgsql as $$
begin
    new.moved := pg_current_xact_id()::text::bigint;
    return new;
end $$;
alter table petitions add column moved bigint not null default 0;
create trigger petitions_change before insert or update on petitions for each row execute function note_change();
alter table updates add column moved bigint not null default 0;
create trigger updates_change before insert or update on updates for each row execute function note_change();
alter table tallies add column moved bigint not null default 0;
create trigger tallies_change before insert or update on tallies for each row execute function note_change();
alter table endorsements add column moved bigint not null default 0;
create trigger endorsements_change before insert or update on endorsements for each row execute function note_change();
alter table reason_tallies add column moved bigint not null default 0;
create trigger reason_tallies_change before insert or update on reason_tallies for each row execute function note_change();
drop index updates_by_change;
create index updates_by_change on updates (moved);
drop index endorsements_changed;
create index endorsements_changed on endorsements (moved) where state >= 2;
create index petitions_by_change on petitions (moved);
