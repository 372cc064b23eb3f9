-- Writes the number of the transaction into `moved` of a row of which the program holds a copy in memory;
-- src/db/statements/changes.rs reads it.
create function note_change() returns trigger language plpgsql as $$
begin
    new.moved := pg_current_xact_id()::text::bigint;
    return new;
end $$;
