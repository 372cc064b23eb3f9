drop table account_links;
drop table sessions;
drop table memberships;
drop table organizers;
drop table organizations;
