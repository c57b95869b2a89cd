-- Who takes part in which course, by which way of enrolling ('manual', 'mnet', ...).
create table platform_enrolment (
    user_id   bigint                   not null references platform_user (id) on delete cascade,
    course_id bigint                   not null references platform_course (id) on delete cascade,
    method    varchar(20)              not null,
    role_id   bigint                   not null references platform_role (id) on delete cascade,
    starts    timestamp with time zone,
    ends      timestamp with time zone,
    created   timestamp with time zone not null,
    modified  timestamp with time zone not null,
    primary key (user_id, course_id, method)
);
create index platform_enrolment_course on platform_enrolment (course_id);

-- A role that came with an enrolment goes with it; one that somebody assigned by hand stays.
alter table platform_role_assignment add column source varchar(20) default 'manual' not null;
