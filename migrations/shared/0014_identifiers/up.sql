-- By which names the programs of an organization know signatures. Personal; gone with the signer's details.
create table signature_identifiers (
    organization_id uuid not null references organizations (id) on delete cascade,
    -- as it is compared: small letters
    folded text not null,
    identifier text not null,
    signature_id uuid not null references signatures (id) on delete cascade,
    primary key (organization_id, folded)
) strict, without rowid;
create index signature_identifiers_by_signature on signature_identifiers (signature_id, folded);
