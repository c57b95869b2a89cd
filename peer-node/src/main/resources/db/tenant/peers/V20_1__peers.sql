-- The sites we know. The wwwroot is the identity (mnet-wire.md 2.3); identity_text is the PEM bundle as exchanged.
create table peer (
    wwwroot           varchar(255) primary key,
    name              varchar(255) not null,
    application       varchar(16) not null,
    suite             varchar(8) not null,
    ratchet           varchar(8) not null,
    state             varchar(16) not null,
    identity_text     text not null,
    fingerprint       varchar(128) not null,
    key_since         timestamp with time zone not null,
    allowed_addresses varchar(2000) not null,
    allow_http        boolean not null,
    hub               boolean not null,
    created           timestamp with time zone not null,
    last_contact      timestamp with time zone,
    last_error        varchar(500)
);

-- Offers that await a decision: never overwritten, one row for each key that a name was offered with.
create table peer_offer (
    wwwroot           varchar(255) not null,
    fingerprint       varchar(128) not null,
    application       varchar(16) not null,
    suite             varchar(8) not null,
    identity_text     text not null,
    allowed_addresses varchar(2000) not null,
    allow_http        boolean not null,
    origin            varchar(64) not null,
    offered           timestamp with time zone not null,
    refused           timestamp with time zone,
    primary key (wwwroot, fingerprint)
);

-- Former keys, for roll back and for the question since when.
create table peer_key_history (
    wwwroot       varchar(255) not null,
    fingerprint   varchar(128) not null,
    identity_text text not null,
    since         timestamp with time zone not null,
    replaced      timestamp with time zone not null,
    how           varchar(32) not null,
    primary key (wwwroot, fingerprint, replaced)
);

-- Published and subscribed services; the empty wwwroot is "all hosts" (mnet-wire.md 7.2).
create table peer_service (
    wwwroot   varchar(255) not null,
    service   varchar(64) not null,
    publish   boolean not null,
    subscribe boolean not null,
    primary key (wwwroot, service)
);

create table disabled_method (
    method varchar(255) primary key
);
