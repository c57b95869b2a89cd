-- The newest suspension list of the former hub that this hub knows: whoever brings an older one late changes nothing.
alter table leadership add column lists_heard bigint default 0 not null;
