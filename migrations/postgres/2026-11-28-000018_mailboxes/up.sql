-- SHA-256 of the __Host-pend cookie of the browser that said "this was not me": what it types itself is its own wish.
alter table suppressions add column browser bytea;
-- "This was not me" holds for 30 days, also where it was said before.
update suppressions set until = created_at + interval '30 days'
where reason = 0 and petition_id is not null and until is null;
