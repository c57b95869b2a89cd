-- What this process holds of each network to which one of its tenants belongs. The newest version that was ever accepted
-- stays even when the document is gone: an older one is refused after a restart too (promise 11).
create table directory_network (
    network          varchar(32) not null primary key,
    root_key         bytea,
    since            timestamp with time zone not null,
    version_term     integer not null,
    version_sequence bigint not null,
    document         bytea,
    list_term        integer not null,
    list_sequence    bigint not null,
    list             bytea,
    last_attempt     timestamp with time zone,
    last_success     timestamp with time zone,
    next_attempt     timestamp with time zone,
    failing_since    timestamp with time zone,
    failures         integer not null,
    last_error       varchar(500),
    without_at       timestamp with time zone,
    warned           integer not null
);

-- Whose name the directory is asked for in, and how far each tenant has followed.
create table directory_tenant (
    tenant           varchar(255) not null primary key,
    network          varchar(32) not null,
    leads            boolean not null,
    applied_term     integer not null,
    applied_sequence bigint not null,
    applied_list     bigint not null,
    missing          integer not null,
    note             varchar(300) not null
);
