-- Messages that were executed and must not be again (protocol-security.md 1.10 and 2). id covers tenant and replay key;
-- scope is the tenant's RSA key for legacy messages, so that a rotation empties it, or the tenant's modern window.
create table replay_entry (
    id     bytea primary key,
    scope  bigint not null,
    sender integer not null,
    at     bigint not null
);
create index replay_entry_scope on replay_entry (scope, at);

-- Modern messages older than this are refused whatever the clock says: what is forgotten stays refused.
create table replay_horizon (
    scope   bigint primary key,
    horizon bigint not null
);
