drop table api_tags;
drop table api_people;
alter table sources drop column takes_posts;
