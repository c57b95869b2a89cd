-- The token itself is never stored, only its SHA-256.
create table api_token (
    id           varchar(8)   not null primary key,
    name         varchar(60)  not null,
    owner        varchar(200) not null,
    owner_id     bigint,
    scopes       varchar(500) not null,
    hash         bytea        not null,
    created_at   timestamp with time zone not null,
    expires_at   timestamp with time zone not null,
    last_used_at timestamp with time zone,
    revoked_at   timestamp with time zone
);
