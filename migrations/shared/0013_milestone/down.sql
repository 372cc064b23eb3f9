alter table tallies drop column milestone;
