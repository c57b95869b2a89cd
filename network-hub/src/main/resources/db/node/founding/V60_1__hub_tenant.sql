-- Which tenant of this node is a hub, so that nobody opens all of them to find it.
create table hub_tenant (
    wwwroot varchar(255) not null primary key
);
