-- What a grant is bounded by: the longest answer or argument in bytes (0: any), and whether it only reads.
alter table command_grant add column max_bytes bigint default 0 not null;
alter table command_grant add column read_only boolean default false not null;

-- Under which grant an order was executed, as it stood at that moment.
alter table command_call add column granted_as varchar(500) default '' not null;
