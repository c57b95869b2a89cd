-- One row for each dangerous act that somebody asked for; what was previewed is kept as it was shown.
create table approval_request (
    number     integer      not null primary key,
    kind       varchar(40)  not null,
    parameters text         not null,
    preview    text         not null,
    sha256     varchar(64)  not null,
    reason     varchar(1000) not null,
    asked_by   varchar(255) not null,
    asker      bigint,
    state      varchar(30)  not null,
    outcome    varchar(1000),
    asked_at   timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    ended_at   timestamp with time zone
);
create index approval_request_state on approval_request (state);

-- The administrators who said yes, each once.
create table approval_voice (
    number   integer      not null references approval_request (number),
    person   bigint       not null,
    username varchar(255) not null,
    at       timestamp with time zone not null,
    primary key (number, person)
);

-- Since when this hub has two administrators: from then on one alone no longer suffices by itself.
create table approval_second (
    since timestamp with time zone not null
);
