insert into platform_capability (name, level) values ('block/whereis:searchlocation', 10);

insert into platform_role_capability (role_id, capability, permission)
select id, 'block/whereis:searchlocation', 1 from platform_role where shortname = 'manager';
