create table subnetwork (
    number      integer      not null primary key,
    name        varchar(200) not null,
    created_at  timestamp with time zone not null
);

create table subnetwork_member (
    subnetwork  integer      not null references subnetwork (number),
    wwwroot     varchar(255) not null,
    joined_at   timestamp with time zone not null,
    primary key (subnetwork, wwwroot)
);

-- One row for each end of each link: what site at_wwwroot should know of about_wwwroot, and whether it has said yes.
create table subnetwork_link (
    subnetwork    integer      not null references subnetwork (number),
    at_wwwroot    varchar(255) not null,
    about_wwwroot varchar(255) not null,
    state         varchar(20)  not null,
    attempts      integer      not null,
    last_error    varchar(500),
    changed_at    timestamp with time zone not null,
    primary key (subnetwork, at_wwwroot, about_wwwroot)
);
