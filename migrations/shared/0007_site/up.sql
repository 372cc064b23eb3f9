-- What is true of the whole site.

-- What visitors report about pages: for the operator, kept for half a year.
create table page_reports (
    id uuid primary key,
    -- null: about no petition
    petition_id uuid references petitions (id) on delete cascade,
    -- personal, impostor, unlawful, fraud or other
    complaint text not null,
    words text not null,
    -- where an answer is wanted
    email text,
    lang text not null,
    sent_at timestamptz not null,
    -- when the operator dealt with it; null: not yet
    dealt_at timestamptz,
    -- what the operator wrote down of it, for nobody else
    note text not null default ''
) strict, without rowid;
create index page_reports_by_petition on page_reports (petition_id);
