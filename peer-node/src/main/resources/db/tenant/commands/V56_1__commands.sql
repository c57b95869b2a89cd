-- What the hub may do here. One row for each operation.
create table command_grant (
    hub        varchar(255) not null,
    operation  varchar(40)  not null,
    only_these varchar(200) not null,
    until_at   timestamp with time zone,
    since      timestamp with time zone not null,
    granted_by varchar(255) not null,
    primary key (hub, operation)
);

-- Each order that changed something: written before the change, with the answer after it.
create table command_call (
    call_id       varchar(32)  not null primary key,
    hub           varchar(255) not null,
    ordered_by    varchar(255) not null,
    function_name varchar(100) not null,
    subject       varchar(500) not null,
    mark          varchar(64)  not null,
    former        text         not null,
    answer        text,
    at            timestamp with time zone not null
);
create index command_call_at on command_call (at);

-- What a query of the hub may read: nothing secret, no names of people.
create view reading_users as
    select id, username, auth, home, suspended, deleted, created as timecreated, modified as timemodified,
           last_login as lastlogin
    from platform_user;
create view reading_courses as
    select id, shortname, fullname, idnumber, visible, category, sort_order as sortorder, start_date as startdate,
           end_date as enddate, created as timecreated, modified as timemodified
    from platform_course;
create view reading_course_categories as
    select id, name, idnumber, parent, sort_order as sortorder, visible from platform_category;
create view reading_roles as
    select id, shortname, name, archetype, sort_order as sortorder from platform_role;
create view reading_role_assignments as
    select user_id as userid, role_id as roleid, level as contextlevel, scope_id as instanceid
    from platform_role_assignment;
create view reading_role_capabilities as
    select role_id as roleid, capability, permission from platform_role_capability;
create view reading_plugins as
    select plugin_type as plugintype, name, state from platform_plugin;
-- The same words as SecretSettings.
create view reading_config as
    select component as plugin, name, content
    from platform_setting
    where lower(name) not like '%pass%' and lower(name) not like '%pwd%' and lower(name) not like '%secret%'
      and lower(name) not like '%token%' and lower(name) not like '%apikey%' and lower(name) not like '%private%'
      and lower(name) not like '%credential%' and lower(name) not like '%salt%' and lower(name) not like '%key'
      and lower(name) not like '%auth_data%';
