drop function note_change;
