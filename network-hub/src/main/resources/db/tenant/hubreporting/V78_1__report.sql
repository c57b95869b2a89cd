-- How far the figures of each site have been collected; problem is empty while all is well.
create table report_site (
    site         varchar(255)             not null primary key,
    since        timestamp with time zone,
    last_hour    timestamp with time zone,
    time_zone    varchar(60),
    smallest     bigint,
    collected_at timestamp with time zone,
    attempted_at timestamp with time zone not null,
    problem      varchar(20)              not null,
    detail       varchar(500)             not null
);

-- One day of one site as it was signed: with the figures below, the signature can be verified again.
create table report_shard (
    site      varchar(255)             not null,
    on_day    date                     not null,
    whole     boolean                  not null,
    closed    boolean                  not null,
    time_zone varchar(60)              not null,
    signer    varchar(64)              not null,
    signature bytea                    not null,
    digest    varchar(64)              not null,
    received  timestamp with time zone not null,
    primary key (site, on_day)
);

-- n is null where the site withheld a small count. part: hour or address; empty for a figure of its own.
create table report_figure (
    site   varchar(255) not null,
    on_day date         not null,
    figure varchar(40)  not null,
    part   varchar(255) not null,
    n      bigint,
    primary key (site, on_day, figure, part)
);
create index report_figure_day on report_figure (on_day, figure);
