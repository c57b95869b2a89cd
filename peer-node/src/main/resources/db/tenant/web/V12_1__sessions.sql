create table web_session (
    id         varchar(64)              not null primary key,
    user_id    bigint                   not null,
    peer       varchar(255),
    created    timestamp with time zone not null,
    last_seen  timestamp with time zone not null,
    expires    timestamp with time zone not null
);
create index web_session_user on web_session (user_id);
create index web_session_seen on web_session (last_seen);

create table web_session_attribute (
    session_id varchar(64)   not null references web_session (id) on delete cascade,
    name       varchar(60)   not null,
    content varchar(2000) not null,
    primary key (session_id, name)
);
