-- Of two members the one with the larger join_order is the newer; strategy: default or subnetwork (network-admin.md 2.3).
alter table member add column join_order bigint default 0 not null;
alter table member add column strategy varchar(20) default 'subnetwork' not null;
update member set join_order = (select count(*) from member earlier where earlier.admitted_at < member.admitted_at
    or (earlier.admitted_at = member.admitted_at and earlier.wwwroot <= member.wwwroot));
