create table audit (
    sequence bigint primary key,
    at timestamp with time zone not null,
    name varchar(100) not null,
    actor varchar(255) not null,
    peer varchar(255),
    outcome varchar(16) not null,
    trace varchar(64),
    details text not null,
    hash varchar(64) not null
);
create table audit_head (
    id int primary key,
    sequence bigint not null,
    hash varchar(64) not null
);
insert into audit_head (id, sequence, hash) values (1, 0, '');
