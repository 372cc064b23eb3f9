-- The highest round number of signatures that was told of, so that each is told of once: a withdrawal does not undo it.
alter table tallies add column milestone bigint not null default 0;
