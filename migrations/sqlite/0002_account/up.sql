create trigger activity_stays before update on activity
begin
    select raise(abort, 'what was done is not rewritten');
end;
create trigger activity_is_kept before delete on activity
when old.at > (unixepoch('now', '-24 months') * 1000000)
begin
    select raise(abort, 'what was done is kept for 24 months');
end;
