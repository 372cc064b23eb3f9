-- The code of a signer's own link, `?via=`: made when the form is sent, drawn at random, so that it tells nothing
-- of the person. Null for those who signed before there were any, and once the person is erased.
alter table pending_signatures add column share_code text;
create index pending_signatures_by_share on pending_signatures (petition_id, share_code);
alter table signatures add column share_code text;
create index signatures_by_share on signatures (petition_id, share_code);

-- How many counted signatures came from each source: a signer's link or a word on a poster. Moves in the transaction
-- that moves a signature. A row is there from the first arrival on, and knows no person.
create table shares (
    petition_id blob not null references petitions (id) on delete cascade,
    code text not null,
    counted integer not null check (counted >= 0),
    primary key (petition_id, code)
) strict, without rowid;
create index shares_by_count on shares (petition_id, counted);
insert into shares (petition_id, code, counted)
    select petition_id, source, sum(state = 0) from signatures where source is not null group by petition_id, source;
