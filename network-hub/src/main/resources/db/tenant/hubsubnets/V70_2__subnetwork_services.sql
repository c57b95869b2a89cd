-- Services that members open to each other beyond single sign-on, with commas between them.
alter table subnetwork add column services varchar(500) default '' not null;
