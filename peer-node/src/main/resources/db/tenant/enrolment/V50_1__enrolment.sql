-- As service provider: which course takes users of which site; peer is empty for all sites. places 0: as many as come.
create table enrolment_open (
    course_id      bigint                   not null,
    peer           varchar(255)             not null,
    role           varchar(100)             not null,
    other_roles    varchar(1000)            not null,
    self_enrolment boolean                  not null,
    places         integer                  not null,
    changed        timestamp with time zone not null,
    actor          varchar(255)             not null,
    primary key (course_id, peer)
);

-- As identity provider: the courses that other sites offered at the last asking.
create table enrolment_offer (
    peer           varchar(255)  not null,
    course_id      bigint        not null,
    fullname       varchar(255)  not null,
    shortname      varchar(255)  not null,
    summary        varchar(4000) not null,
    category       varchar(255)  not null,
    role           varchar(255)  not null,
    sort_order     bigint        not null,
    start_date     timestamp with time zone,
    cost           varchar(60)   not null,
    terms          boolean       not null,
    self_enrolment boolean       not null,
    roles          varchar(1000) not null,
    places_left    bigint,
    primary key (peer, course_id)
);

-- When a site was asked for its courses, and what went wrong since.
create table enrolment_asked (
    peer    varchar(255) not null primary key,
    asked   timestamp with time zone,
    tried   timestamp with time zone not null,
    problem varchar(500) not null
);
