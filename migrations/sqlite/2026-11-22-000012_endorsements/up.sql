-- Organizations under a petition, beside its people and counted apart from them.
create table endorsements (
    id blob primary key,
    petition_id blob not null references petitions (id) on delete cascade,
    -- the organization, public once it is shown
    name text not null,
    -- the same folded: an organization is shown once
    name_key text not null,
    -- who signs for it: for the organizers only; empty once withdrawn, and so is what follows
    contact_name text not null,
    contact_email text not null,
    -- keyed hash of the mailbox, as in the outbox
    address_key blob not null,
    -- a PNG of our own making, named by the SHA-256 of its bytes
    logo blob,
    logo_sha256 text,
    logo_width integer,
    logo_height integer,
    lang text not null,
    -- filled in as a program fills in
    is_suspect integer not null,
    -- 0 waits for its mailbox, 1 waits for the organizers, 2 shown, 3 refused, 4 withdrawn
    state integer not null check (state between 0 and 4),
    created_at integer not null,
    confirmed_at integer,
    decided_at integer,
    -- when its state last changed, so that memory knows what to read again
    changed_at integer not null,
    check ((logo is null) = (logo_sha256 is null)),
    check (state <> 4 or (contact_name = '' and contact_email = '' and logo is null))
) strict;
create unique index endorsements_shown on endorsements (petition_id, name_key) where state = 2;
create index endorsements_by_state on endorsements (petition_id, state, id);
create index endorsements_changed on endorsements (changed_at) where state >= 2;
create index endorsements_logo on endorsements (logo_sha256) where state = 2;
create index endorsements_unconfirmed on endorsements (id) where state = 0;

-- The moves between states there are: a mailbox confirms; organizers show, refuse, and think again; whoever signed withdraws.
create trigger endorsements_move before update of state on endorsements
when old.state <> new.state and (old.state, new.state) not in (values (0, 1), (1, 2), (1, 3), (2, 3), (3, 2), (1, 4), (2, 4), (3, 4))
begin
    select raise(abort, 'an endorsement may not move so');
end;
