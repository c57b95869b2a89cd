-- What this site lets others fetch, for some minutes each (courses-and-certificates.md 4.6).
create table transfer_ticket (
    id       varchar(64)              not null primary key,
    secret   bytea                    not null,
    content  varchar(64)              not null,
    receiver varchar(255)             not null,
    expires  timestamp with time zone not null
);
create index transfer_ticket_expires on transfer_ticket (expires);

-- The SHA-256 of each piece of a content, one after the other: computed once.
create table transfer_pieces (
    content    varchar(64) not null,
    piece_size int         not null,
    hashes     bytea       not null,
    primary key (content, piece_size)
);
