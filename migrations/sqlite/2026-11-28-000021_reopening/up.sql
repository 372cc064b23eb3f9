-- A closed petition may be opened again, as long as nothing of what its signers left has begun to go.
-- The moves between states there are: draft -> open; open -> closed, paused, removed;
-- closed -> open, removed; paused -> open, closed, removed.
drop trigger petitions_move;
create trigger petitions_move before update of state on petitions
when old.state <> new.state and (old.state, new.state) not in (values (0, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 4), (3, 1), (3, 2), (3, 4))
begin
    select raise(abort, 'a petition may not move so');
end;
create trigger petitions_reopen before update of state on petitions
when old.state = 2 and new.state = 1 and exists (select 1 from forgettings where petition_id = old.id)
begin
    select raise(abort, 'what was promised to go has begun to go');
end;
-- until when details are kept at the latest, as its pages said when it was closed; null: it was never opened again
alter table petitions add column keeps_last integer;
-- when one that was taken down was put out of the organizers' list
alter table petitions add column archived_at integer check (archived_at is null or state = 4);
-- A draft alone can be deleted.
create trigger petitions_go before delete on petitions
when old.state <> 0
begin
    select raise(abort, 'a petition that was published is not deleted');
end;

-- The address an organizer signs in with became the contact of their organization where none was typed: it is told to nobody any
-- more. Empty: there is none.
update organizations set contact_email = '' where exists (
    select 1 from memberships m join organizers o on o.id = m.organizer_id
    where m.organization_id = organizations.id and lower(o.email) = lower(organizations.contact_email)
);

-- What the organizers called it: 0 the first of its language, or one under which nobody had signed another; 1 mended spelling;
-- 2 something else is asked
alter table wordings add column called integer not null default 0 check (called between 0 and 2);
-- How many counted signatures are bound to each. Moves in the transaction that moves a signature.
create table wording_tallies (
    petition_id blob not null references petitions (id) on delete cascade,
    wording_id blob not null,
    counted integer not null check (counted >= 0),
    primary key (petition_id, wording_id)
) strict, without rowid;
insert into wording_tallies
select petition_id, wording_id, count(*) from signatures where state = 0 group by petition_id, wording_id;
-- Changes that those who signed the earlier text and said yes to mail are being told of, one row a change.
create table told_changes (
    wording_id blob primary key references wordings (id) on delete cascade,
    petition_id blob not null references petitions (id) on delete cascade,
    -- the last signature that was looked at; null: none yet
    after_id blob,
    -- when the last was; null: it goes on
    done_at integer
) strict, without rowid;
create index told_changes_by_petition on told_changes (petition_id);
