-- Next generations of peers, as the hub announced them; the present one vouched for each when it was stored.
create table announced_key (
    wwwroot      varchar(255) not null primary key,
    generation   integer      not null,
    bundle       text         not null,
    announced_at timestamp with time zone not null
);

-- Generations that nobody may use any more, of peers and of sites that are no peers yet.
create table revoked_key (
    fingerprint  varchar(64)  not null primary key,
    wwwroot      varchar(255) not null,
    reason       varchar(500) not null,
    revoked_at   timestamp with time zone not null
);
