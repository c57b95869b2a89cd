-- At the hub: who stands by, with the right to sign in that term.
create table standby (
    wwwroot       varchar(255) not null primary key,
    term          integer not null,
    appointed_at  timestamp with time zone not null,
    fetched_at    timestamp with time zone
);

-- At the standby: the newest copy of the hub's state; one row.
create table standby_copy (
    id           integer not null primary key,
    network      varchar(64) not null,
    digest       varchar(64) not null,
    content      bytea not null,
    received_at  timestamp with time zone not null
);

-- Whether this site leads: in which term it was promoted, from which term on it may not sign any more. One row.
create table leadership (
    id          integer not null primary key,
    promoted    integer not null,
    fenced_by   integer not null,
    frozen      varchar(500) not null
);

-- At a promoted hub: who has not taken the new directory yet.
create table succession_open (
    wwwroot  varchar(255) not null primary key
);
