-- A row stays for some days after it was taken over: a backup of the node may be older than the tenant's, and the same
-- id makes taking it over twice nothing.
alter table outbox add column moved boolean default false not null;
