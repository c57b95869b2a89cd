create table account_password (
    user_id bigint                   not null primary key,
    hash    varchar(300)             not null,
    changed timestamp with time zone not null
);

-- Links that work once. The token itself is only in the link; user 0 is the administrator still to be.
create table account_link (
    token_hash varchar(64)              not null primary key,
    purpose    varchar(10)              not null,
    user_id    bigint                   not null,
    expires    timestamp with time zone not null
);
create index account_link_user on account_link (user_id);

create table account_attempt (
    subject       varchar(200)             not null primary key,
    failures      int                      not null,
    last_failure  timestamp with time zone not null,
    blocked_until timestamp with time zone
);
create index account_attempt_last on account_attempt (last_failure);
