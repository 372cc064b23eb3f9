create trigger tallies_change before insert or update on tallies for each row execute function note_change();
