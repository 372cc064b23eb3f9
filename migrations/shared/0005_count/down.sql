drop table reply_tallies;
drop table figures;
drop table choices;
drop table wording_tallies;
drop table tally_hours;
drop table tallies;
