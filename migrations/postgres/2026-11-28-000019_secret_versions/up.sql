-- Which secrets the keys and links of this database are made with. The newest row is the one in force; a second secret beside it
-- (rotation) would be the one before.
create table secret_versions (
    version bigint primary key check (version > 0),
    -- HMAC of the secrets over a fixed word: recognises them and tells nothing of them
    fingerprint bytea not null check (length(fingerprint) = 32),
    since timestamptz not null
);
