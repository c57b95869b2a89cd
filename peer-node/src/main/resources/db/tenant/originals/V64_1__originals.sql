-- Hosts that the master of an originals' network introduced. What the site's administrator had approved before keeps its
-- services of then (service:ps, separated by spaces) for the day on which the binding ends; null: it was no peer.
create table bound_host (
    wwwroot         varchar(255) not null primary key,
    master          varchar(255) not null,
    bound_at        timestamp with time zone not null,
    services_before varchar(4000)
);

-- At most one row: the last time in which a master might have this site make new keys, once.
create table boot_window (
    master        varchar(255) not null primary key,
    secret_sha256 varchar(64)  not null,
    opened_at     timestamp with time zone not null,
    closes_at     timestamp with time zone not null,
    generation    integer,
    used_at       timestamp with time zone
);
