create index register_first on register_entries (petition_id, sort_key) where is_first = 1;

-- Full-text indexes of signature_details and register_entries, whose rowids they have. Contentless: only the index is kept.
create virtual table signature_search using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61');
create virtual table register_search using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61');

create trigger signatures_move before update of state on signatures
when old.state <> new.state and (old.state, new.state) not in (values (1, 0), (1, 3), (0, 2), (0, 3), (0, 1), (3, 0), (3, 1), (2, 0))
begin
    select raise(abort, 'a signature may not move so');
end;
create trigger consents_stay before update on consents
begin
    select raise(abort, 'a consent is never changed');
end;
create trigger consents_go_last before delete on consents
when exists (select 1 from signature_details where signature_id = old.signature_id)
begin
    select raise(abort, 'a consent stays as long as its signer');
end;

create trigger reason_tallies_change_new after insert on reason_tallies
begin
    update changes set number = number + 1;
    update reason_tallies set moved = (select number from changes) where petition_id = new.petition_id;
end;
create trigger reason_tallies_change after update on reason_tallies when new.moved = old.moved
begin
    update changes set number = number + 1;
    update reason_tallies set moved = (select number from changes) where petition_id = new.petition_id;
end;
