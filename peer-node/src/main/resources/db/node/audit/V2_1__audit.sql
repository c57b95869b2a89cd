-- Where each tenant's chain stood when it was last written, apart from the chain itself.
create table audit_anchor (
    tenant varchar(255) primary key,
    sequence bigint not null,
    hash varchar(64) not null
);
