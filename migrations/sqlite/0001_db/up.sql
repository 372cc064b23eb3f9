-- One row that counts the changes of rows of which the program holds copies in memory. Triggers count, and write the number into
-- `moved` of the changed row; src/db/statements/changes.rs reads it.
create table changes (
    id integer primary key check (id = 1),
    number integer not null
) strict;
insert into changes (id, number) values (1, 1);
