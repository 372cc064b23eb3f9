drop table reason_tallies;
drop table reasons;
