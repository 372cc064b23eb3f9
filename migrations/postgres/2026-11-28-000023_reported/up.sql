-- Reports no longer hide a reason: it stays on the page and is read again. A decision sets the number back to 0.
create index reasons_reported on reasons (petition_id, id) where state = 2 and reports >= 3;
-- Published ones that were read after they had been reported count anew.
update reasons set reports = 0 where state = 2;
