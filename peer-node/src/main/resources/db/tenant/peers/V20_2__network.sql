-- Id of the network that we share with the peer; empty for a peer added by hand.
alter table peer add column network varchar(32) default '' not null;
