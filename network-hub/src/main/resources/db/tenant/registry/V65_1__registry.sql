create table member (
    wwwroot      varchar(255) not null primary key,
    name         varchar(200) not null,
    application  varchar(40)  not null,
    fingerprint  varchar(64)  not null,
    bundle       text         not null,
    state        varchar(20)  not null,
    admitted_at  timestamp with time zone not null
);

-- The token itself is never stored, only its SHA-256.
create table invitation (
    token_hash        bytea        not null primary key,
    label             varchar(200) not null,
    subnetwork        integer,
    created_at        timestamp with time zone not null,
    expires_at        timestamp with time zone not null,
    used_by           varchar(255),
    used_fingerprint  varchar(64),
    used_at           timestamp with time zone
);
