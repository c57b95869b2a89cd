-- The newest version of the directory ("term.sequence") that may not tell of what the hub said: a later one replaces it.
-- Null: the hub did not say, and times are compared.
alter table membership add column hub_services_newer_than varchar(40);
alter table introduction add column newer_than varchar(40);
alter table dismissal add column newer_than varchar(40);
