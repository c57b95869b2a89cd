create table rotation (
    number      integer      not null primary key,
    scope       varchar(2000) not null,
    phase       varchar(20)  not null,
    actor       varchar(200) not null,
    forced      varchar(500),
    note        varchar(500),
    created_at  timestamp with time zone not null,
    changed_at  timestamp with time zone not null
);

-- Every site that a rotation concerns: those whose keys change, and those that are only told.
create table rotation_site (
    rotation        integer      not null references rotation (number),
    wwwroot         varchar(255) not null,
    rotates         boolean      not null,
    state           varchar(20)  not null,
    generation_from integer      not null,
    generation_to   integer      not null,
    told            boolean      not null,
    attempts        integer      not null,
    last_error      varchar(500),
    changed_at      timestamp with time zone not null,
    primary key (rotation, wwwroot)
);

-- The rehearsal report: one row for each direction of each link.
create table rotation_ping (
    rotation    integer      not null references rotation (number),
    from_site   varchar(255) not null,
    to_site     varchar(255) not null,
    outcome     varchar(20)  not null,
    detail      varchar(500) not null,
    millis      integer      not null,
    pinged_at   timestamp with time zone not null,
    primary key (rotation, from_site, to_site)
);

create table revocation (
    fingerprint varchar(64)  not null primary key,
    wwwroot     varchar(255) not null,
    generation  integer      not null,
    state       varchar(20)  not null,
    reason      varchar(500) not null,
    actor       varchar(200) not null,
    last_error  varchar(500),
    revoked_at  timestamp with time zone not null,
    changed_at  timestamp with time zone not null
);

-- Who was told that a generation is revoked, and who already knows the keys that took its place.
create table revocation_told (
    fingerprint varchar(64)  not null references revocation (fingerprint),
    wwwroot     varchar(255) not null,
    knows       varchar(20)  not null,
    primary key (fingerprint, wwwroot)
);
