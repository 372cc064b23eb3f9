drop table tally_hours;
drop table tallies;
drop table consent_texts;
drop table petition_founders;
drop table wordings;
drop table petition_texts;
drop table petitions;
