-- What speaks for a machine at the links of our mail. It stands beside what was typed in, so that every instance knows it and a
-- restart forgets nothing, and goes with it.
--
-- A keyed hash of the host that sent the form, under a key of this row alone: it tells whether the same host opens the link, and
-- cannot be compared with that of any other row.
alter table pending_signatures add column host_mark bytea;
-- Somebody asked for the head of the page.
alter table pending_signatures add column head_seen boolean not null default false;
-- Another host opened the link within seconds of the mail.
alter table pending_signatures add column early_look boolean not null default false;

-- Wrong words typed on one's own page, since the last letter that prints the word.
alter table signature_details add column word_tries smallint not null default 0;

-- The same for organizations, whose row is there from the form on. All of it means something until the mailbox has confirmed,
-- the tries as long as the link works.
alter table endorsements add column browser_hash bytea;
alter table endorsements add column host_mark bytea;
alter table endorsements add column head_seen boolean not null default false;
alter table endorsements add column early_look boolean not null default false;
alter table endorsements add column was_asked boolean not null default false;
alter table endorsements add column word_tries smallint not null default 0;
alter table endorsements add column mailed_at timestamptz;
