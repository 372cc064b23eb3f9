-- Organizations under a petition, beside its people and counted apart from them.
create table endorsements (
    id uuid primary key,
    petition_id uuid not null references petitions (id) on delete cascade,
    -- the organization, public once it is shown
    name text not null,
    -- the same folded: an organization is shown once
    name_key text collate "C" not null,
    -- who signs for it: for the organizers only; empty once withdrawn, and so is what follows
    contact_name text not null,
    contact_email text not null,
    -- keyed hash of the mailbox, as in the outbox
    address_key bytea not null,
    -- a PNG of our own making, named by the SHA-256 of its bytes
    logo bytea,
    logo_sha256 text,
    logo_width integer,
    logo_height integer,
    lang text not null,
    -- filled in as a program fills in
    is_suspect boolean not null,
    -- 0 waits for its mailbox, 1 waits for the organizers, 2 shown, 3 refused, 4 withdrawn
    state smallint not null check (state between 0 and 4),
    created_at timestamptz not null,
    confirmed_at timestamptz,
    decided_at timestamptz,
    -- when its state last changed, so that memory knows what to read again
    changed_at timestamptz not null,
    check ((logo is null) = (logo_sha256 is null)),
    check (state <> 4 or (contact_name = '' and contact_email = '' and logo is null))
);
create unique index endorsements_shown on endorsements (petition_id, name_key) where state = 2;
create index endorsements_by_state on endorsements (petition_id, state, id);
create index endorsements_changed on endorsements (changed_at) where state >= 2;
create index endorsements_logo on endorsements (logo_sha256) where state = 2;
create index endorsements_unconfirmed on endorsements (id) where state = 0;

-- The moves between states there are: a mailbox confirms; organizers show, refuse, and think again; whoever signed withdraws.
create function endorsements_may_move() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in ((0, 1), (1, 2), (1, 3), (2, 3), (3, 2), (1, 4), (2, 4), (3, 4)) then
        raise exception 'an endorsement may not move so' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger endorsements_move before update of state on endorsements
for each row when (old.state <> new.state) execute function endorsements_may_move();
