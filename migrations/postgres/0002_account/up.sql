create function activity_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was done is not rewritten' using errcode = 'check_violation';
end $$;
create function activity_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'what was done is kept for 24 months' using errcode = 'check_violation';
end $$;
create trigger activity_stays before update on activity for each row execute function activity_stays();
create trigger activity_is_kept before delete on activity
for each row when (old.at > now() - interval '24 months') execute function activity_is_kept();
create trigger activity_is_kept_whole before truncate on activity for each statement execute function activity_is_kept();
