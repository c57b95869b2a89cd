-- One row: the network that this hub leads.
create table network (
    id          varchar(32)  not null primary key,
    name        varchar(200) not null,
    founded_at  timestamp with time zone not null
);
