drop index reasons_reported;
