create table platform_plugin (
    plugin_type varchar(40)  not null,
    name        varchar(100) not null,
    state       varchar(20)  not null,
    primary key (plugin_type, name)
);

insert into platform_plugin (plugin_type, name, state) values
    ('mod', 'assign', 'ENABLED'),
    ('mod', 'book', 'ENABLED'),
    ('mod', 'choice', 'ENABLED'),
    ('mod', 'data', 'ENABLED'),
    ('mod', 'feedback', 'ENABLED'),
    ('mod', 'folder', 'ENABLED'),
    ('mod', 'forum', 'ENABLED'),
    ('mod', 'glossary', 'ENABLED'),
    ('mod', 'h5pactivity', 'ENABLED'),
    ('mod', 'label', 'ENABLED'),
    ('mod', 'lesson', 'ENABLED'),
    ('mod', 'page', 'ENABLED'),
    ('mod', 'quiz', 'ENABLED'),
    ('mod', 'resource', 'ENABLED'),
    ('mod', 'scorm', 'ENABLED'),
    ('mod', 'url', 'ENABLED'),
    ('mod', 'wiki', 'ENABLED'),
    ('mod', 'workshop', 'ENABLED'),
    ('block', 'user_mnet_hosts', 'ENABLED'),
    ('auth', 'manual', 'ENABLED'),
    ('auth', 'mnet', 'ENABLED'),
    ('enrol', 'manual', 'ENABLED'),
    ('enrol', 'mnet', 'ENABLED');

-- What roles can speak of, with its context level. Roles may also speak of what only another site knows.
create table platform_capability (
    name  varchar(255) not null primary key,
    level int          not null
);

insert into platform_capability (name, level) values
    ('moodle/site:mnetlogintoremote', 10),
    ('moodle/site:approvecourse', 10),
    ('moodle/user:viewdetails', 50),
    ('moodle/user:editownprofile', 10),
    ('moodle/user:changeownpassword', 10),
    ('moodle/user:create', 10),
    ('moodle/user:update', 10),
    ('moodle/user:delete', 10),
    ('moodle/role:assign', 50),
    ('moodle/course:view', 50),
    ('moodle/course:viewparticipants', 50),
    ('moodle/course:update', 50),
    ('moodle/course:create', 40),
    ('moodle/course:delete', 50),
    ('moodle/category:manage', 40),
    ('moodle/grade:viewall', 50),
    ('moodle/backup:backupcourse', 50),
    ('moodle/restore:restorecourse', 50);
