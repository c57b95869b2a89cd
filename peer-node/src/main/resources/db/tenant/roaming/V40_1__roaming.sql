-- As identity provider: who of ours is at which site, one row per user, site and browser (mnet-wire.md 11.1, step 2).
-- token_hash is null once the token was used.
create table roaming_jump (
    user_id       bigint not null,
    username      varchar(100) not null,
    peer          varchar(255) not null,
    user_agent    varchar(40) not null,
    token_hash    bytea,
    confirm_until timestamp with time zone not null,
    confirmed     boolean not null,
    started       timestamp with time zone not null,
    expires       timestamp with time zone not null,
    session_id    varchar(64) not null,
    primary key (user_id, peer, user_agent)
);
create index roaming_jump_peer on roaming_jump (peer, username);
create index roaming_jump_session on roaming_jump (session_id);

-- Where a user went last, kept after the session is over: the order of "My network".
create table roaming_visit (
    user_id bigint not null,
    peer    varchar(255) not null,
    visited timestamp with time zone not null,
    visits  bigint not null,
    primary key (user_id, peer)
);

-- As service provider: who is here from which site (step 8). session_id is the session of this site.
create table roaming_landed (
    session_id varchar(64) primary key,
    user_id    bigint not null,
    username   varchar(100) not null,
    peer       varchar(255) not null,
    user_agent varchar(40) not null,
    landed     timestamp with time zone not null,
    expires    timestamp with time zone not null
);
create index roaming_landed_user on roaming_landed (peer, username);

-- The sites where a roamed user has courses, as the home site told at the last landing.
create table roaming_host (
    user_id bigint not null,
    url     varchar(255) not null,
    name    varchar(255) not null,
    courses bigint not null,
    primary key (user_id, url)
);

-- Who may land here, by site and username there; no row: allowed.
create table roaming_access (
    peer     varchar(255) not null,
    username varchar(100) not null,
    allowed  boolean not null,
    changed  timestamp with time zone not null,
    actor    varchar(255) not null,
    primary key (peer, username)
);

-- Profile fields told to a site beyond the four that the wire needs; no row: the configured list.
create table roaming_fields (
    peer   varchar(255) primary key,
    fields varchar(2000) not null
);

-- The courses of our users at other sites, as those sites report them (update_enrolments).
create table roaming_enrolment (
    user_id     bigint not null,
    peer        varchar(255) not null,
    course_id   bigint not null,
    fullname    varchar(254) not null,
    shortname   varchar(255) not null,
    category    varchar(255) not null,
    role        varchar(255) not null,
    sort_order  bigint not null,
    start_date  timestamp with time zone,
    reported    timestamp with time zone not null,
    primary key (user_id, peer, course_id)
);
