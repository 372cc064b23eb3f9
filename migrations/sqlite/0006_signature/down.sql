drop table register_search;
drop table signature_search;
