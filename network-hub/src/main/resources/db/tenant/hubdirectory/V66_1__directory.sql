-- The network's root key: its public half only. The private one lies in a file until somebody takes it away.
create table directory_root (
    id          integer not null primary key,
    public_key  bytea   not null,
    created_at  timestamp with time zone not null
);

-- With which key this hub signs in which term; the private half is sealed under the node's master key.
create table directory_mandate (
    term        integer not null primary key,
    sealed_key  bytea   not null,
    delegation  bytea,
    created_at  timestamp with time zone not null
);

-- The newest version that was signed, one row. A version is here before anybody sees it.
create table directory_state (
    id          integer not null primary key,
    term        integer not null,
    sequence    bigint  not null,
    header      bytea   not null
);

-- Its entries, and what was removed (then without content), each with the version in which it came to be so.
create table directory_entry (
    entry_id      varchar(400) not null primary key,
    content       bytea,
    changed_term  integer      not null,
    changed_seq   bigint       not null
);
create index directory_entry_changed on directory_entry (changed_term, changed_seq);

-- Who is cut off, and how often that has changed.
create table suspension (
    wwwroot     varchar(255) not null primary key,
    since       timestamp with time zone not null,
    reason      varchar(1000) not null,
    by_whom     varchar(255) not null
);
create table suspension_state (
    id          integer not null primary key,
    sequence    bigint  not null
);

-- What members say of themselves each minute.
create table member_report (
    wwwroot      varchar(255) not null primary key,
    reporter     varchar(255) not null,
    software     varchar(200) not null,
    term         integer not null,
    sequence     bigint  not null,
    missing      integer not null,
    note         varchar(500) not null,
    heard_at     timestamp with time zone not null
);
