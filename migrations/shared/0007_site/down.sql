drop table page_reports;
