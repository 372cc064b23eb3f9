drop table signature_identifiers;
