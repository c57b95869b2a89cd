create table order_head (
    number     integer      not null primary key,
    command    varchar(40)  not null,
    parameters text         not null,
    targets    text         not null,
    prepared   text,
    state      varchar(30)  not null,
    nonce      varchar(32)  not null,
    error      varchar(1000),
    job        varchar(40),
    created_by varchar(255) not null,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null
);

-- One row for each site of an order; nothing about a site is known only in memory.
create table order_target (
    number     integer      not null references order_head (number),
    peer       varchar(255) not null,
    state      varchar(30)  not null,
    was        text         not null,
    wanted     text         not null,
    mark       varchar(64),
    error      varchar(1000),
    attempts   integer      not null,
    changed_at timestamp with time zone not null,
    primary key (number, peer)
);
