drop table account_links;
drop table begun_sign_ins;
drop table recovery_codes;
drop table second_factors;
drop table sessions;
drop table memberships;
drop table organizers;
drop table organizations;
