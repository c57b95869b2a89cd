-- When the hub last ended an introduction: a version of the directory that was made before does not begin it again.
create table dismissal (
    wwwroot      varchar(255) not null,
    subnetwork   integer      not null,
    dismissed_at timestamp with time zone not null,
    primary key (wwwroot, subnetwork)
);
