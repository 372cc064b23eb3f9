-- A closed petition may be opened again, as long as nothing of what its signers left has begun to go.
-- The moves between states there are: draft -> open; open -> closed, paused, removed;
-- closed -> open, removed; paused -> open, closed, removed.
create or replace function petitions_may_move() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in ((0, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 4), (3, 1), (3, 2), (3, 4)) then
        raise exception 'a petition may not move so' using errcode = 'check_violation';
    end if;
    if old.state = 2 and new.state = 1 and exists (select from forgettings where petition_id = old.id) then
        raise exception 'what was promised to go has begun to go' using errcode = 'check_violation';
    end if;
    return new;
end $$;
-- until when details are kept at the latest, as its pages said when it was closed; null: it was never opened again
alter table petitions add column keeps_last timestamptz;
-- when one that was taken down was put out of the organizers' list
alter table petitions add column archived_at timestamptz check (archived_at is null or state = 4);
-- A draft alone can be deleted.
create function petitions_may_go() returns trigger language plpgsql as $$
begin
    raise exception 'a petition that was published is not deleted' using errcode = 'check_violation';
end $$;
create trigger petitions_go before delete on petitions
for each row when (old.state <> 0) execute function petitions_may_go();

-- The address an organizer signs in with became the contact of their organization where none was typed: it is told to nobody any
-- more. Empty: there is none.
update organizations set contact_email = '' where exists (
    select from memberships m join organizers o on o.id = m.organizer_id
    where m.organization_id = organizations.id and lower(o.email) = lower(organizations.contact_email)
);

-- What the organizers called it: 0 the first of its language, or one under which nobody had signed another; 1 mended spelling;
-- 2 something else is asked
alter table wordings add column called smallint not null default 0 check (called between 0 and 2);
-- How many counted signatures are bound to each. Moves in the transaction that moves a signature.
create table wording_tallies (
    petition_id uuid not null references petitions (id) on delete cascade,
    wording_id uuid not null,
    counted bigint not null check (counted >= 0),
    primary key (petition_id, wording_id)
);
insert into wording_tallies
select petition_id, wording_id, count(*) from signatures where state = 0 group by petition_id, wording_id;
-- Changes that those who signed the earlier text and said yes to mail are being told of, one row a change.
create table told_changes (
    wording_id uuid primary key references wordings (id) on delete cascade,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- the last signature that was looked at; null: none yet
    after_id uuid,
    -- when the last was; null: it goes on
    done_at timestamptz
);
create index told_changes_by_petition on told_changes (petition_id);
