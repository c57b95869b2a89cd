-- Number 0 stands for the network itself: its matrix is that between hub and members, and its links are theirs with the
-- hub. Whoever changes who is linked with whom locks this row first. Names of services, with blanks between them.
alter table subnetwork add column publish varchar(4000) default '' not null;
alter table subnetwork add column subscribe varchar(4000) default '' not null;
-- Who confirmed that administration is open between siblings, and why; null: it is not.
alter table subnetwork add column confirmed_by varchar(200);
alter table subnetwork add column confirmed_why varchar(500);
update subnetwork set publish = 'publishflow sso_idp sso_sp', subscribe = 'publishflow sso_idp sso_sp';
update subnetwork set publish = publish || ' ' || replace(services, ',', ' '),
    subscribe = subscribe || ' ' || replace(services, ',', ' ') where services <> '';
alter table subnetwork drop column services;
insert into subnetwork (number, name, created_at) values (0, '', current_timestamp);

-- What the end shall publish and subscribe ("a b|c d"); what the last check found to differ; what ended with it.
alter table subnetwork_link add column wanted varchar(8100) default '?' not null;
alter table subnetwork_link add column difference varchar(500);
alter table subnetwork_link add column since timestamp with time zone default current_timestamp not null;
alter table subnetwork_link add column landed bigint default 0 not null;
alter table subnetwork_link add column away bigint default 0 not null;
