create table tenant (
    wwwroot varchar(255) primary key,
    name varchar(255) not null,
    state varchar(16) not null,
    folder varchar(255) not null,
    created timestamp with time zone not null
);
