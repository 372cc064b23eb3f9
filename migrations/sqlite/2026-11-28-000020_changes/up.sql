-- One row, written to find out whether anything can be written again after a write was refused. It belongs to this database alone
-- and is not copied into another.
create table write_checks (
    id integer primary key check (id = 1),
    -- chance, as large as what a visitor's write may need
    filler blob not null
) strict;

-- Which transaction changed a row last, for whoever holds copies in memory and asks what is new. See src/db/changes.rs.
create table changes (
    id integer primary key check (id = 1),
    number integer not null
) strict;
insert into changes (id, number) values (1, 1);
alter table petitions add column moved integer not null default 0;
create trigger petitions_change_new after insert on petitions
begin
    update changes set number = number + 1;
    update petitions set moved = (select number from changes) where id = new.id;
end;
create trigger petitions_change after update on petitions when new.moved = old.moved
begin
    update changes set number = number + 1;
    update petitions set moved = (select number from changes) where id = new.id;
end;
alter table updates add column moved integer not null default 0;
create trigger updates_change_new after insert on updates
begin
    update changes set number = number + 1;
    update updates set moved = (select number from changes) where id = new.id;
end;
create trigger updates_change after update on updates when new.moved = old.moved
begin
    update changes set number = number + 1;
    update updates set moved = (select number from changes) where id = new.id;
end;
alter table tallies add column moved integer not null default 0;
create trigger tallies_change_new after insert on tallies
begin
    update changes set number = number + 1;
    update tallies set moved = (select number from changes) where petition_id = new.petition_id;
end;
create trigger tallies_change after update on tallies when new.moved = old.moved
begin
    update changes set number = number + 1;
    update tallies set moved = (select number from changes) where petition_id = new.petition_id;
end;
alter table endorsements add column moved integer not null default 0;
create trigger endorsements_change_new after insert on endorsements
begin
    update changes set number = number + 1;
    update endorsements set moved = (select number from changes) where id = new.id;
end;
create trigger endorsements_change after update on endorsements when new.moved = old.moved
begin
    update changes set number = number + 1;
    update endorsements set moved = (select number from changes) where id = new.id;
end;
alter table reason_tallies add column moved integer not null default 0;
create trigger reason_tallies_change_new after insert on reason_tallies
begin
    update changes set number = number + 1;
    update reason_tallies set moved = (select number from changes) where petition_id = new.petition_id;
end;
create trigger reason_tallies_change after update on reason_tallies when new.moved = old.moved
begin
    update changes set number = number + 1;
    update reason_tallies set moved = (select number from changes) where petition_id = new.petition_id;
end;
drop index updates_by_change;
create index updates_by_change on updates (moved);
drop index endorsements_changed;
create index endorsements_changed on endorsements (moved) where state >= 2;
create index petitions_by_change on petitions (moved);
