-- What the hub's link carries here by the last explicit word of the network ("a b|c d"): what this site's administrator
-- decided since stays until there is another word. Empty: as at joining.
alter table membership add column hub_services varchar(8100) default '' not null;
alter table membership add column hub_services_at timestamp with time zone;

-- What the directory wants of this site and could not be done.
create table link_gap (
    wwwroot   varchar(255) not null primary key,
    why       varchar(500) not null,
    since     timestamp with time zone not null
);
