create table outbox (
    id uuid primary key,
    kind varchar(100) not null,
    state text not null,
    created timestamp with time zone not null
);
