-- A promotion that has begun and not ended, by its term; whether lists wait until members have told whom they know cut off.
alter table leadership add column begun integer default 0 not null;
alter table leadership add column lists_wait boolean default false not null;

-- What an administrator should know of the promotion, in order.
create table succession_note (
    number    integer       not null primary key,
    sentence  varchar(1000) not null
);

-- Kept open until now; sealed under the node's master key from now on, and fetched anew.
delete from standby_copy;
