drop table choices;
drop index signatures_by_choice;
alter table signatures drop column choice_id;
drop index pending_signatures_by_choice;
alter table pending_signatures drop column choice_id;
alter table wordings drop column promises;
drop table pledge_option_texts;
drop table pledge_options;
