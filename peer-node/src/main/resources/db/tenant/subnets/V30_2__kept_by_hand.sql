-- Peers that this site's administrator had approved before the hub introduced them: they stay after their last
-- dismissal, with the services that they had. Names of services, separated by spaces.
create table kept_by_hand (
    wwwroot      varchar(255)  not null primary key,
    publish      varchar(4000) not null,
    subscribe    varchar(4000) not null
);
