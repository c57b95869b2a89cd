-- At most one row: the network that this site belongs to and the hub that leads it.
create table membership (
    network      varchar(32)  not null primary key,
    name         varchar(200) not null,
    hub          varchar(255) not null,
    fingerprint  varchar(64)  not null,
    state        varchar(20)  not null,
    joined_at    timestamp with time zone not null
);

-- Peers that the hub introduced, and through which sub-networks: the last one to go takes the link with it.
create table introduction (
    wwwroot      varchar(255) not null,
    subnetwork   integer      not null,
    name         varchar(200) not null,
    introduced_at timestamp with time zone not null,
    primary key (wwwroot, subnetwork)
);
