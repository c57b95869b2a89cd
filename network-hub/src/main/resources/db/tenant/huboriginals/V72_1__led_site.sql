-- Sites of the originals that this hub leads by their own road.
create table led_site (
    wwwroot    varchar(255)  not null primary key,
    name       varchar(255)  not null,
    root       varchar(40)   not null,
    services   varchar(1000) not null,
    subnetwork integer,
    added_at   timestamp with time zone not null,
    led_since  timestamp with time zone,
    note       varchar(500)  not null
);
