-- The table of db-scheduler, as its documentation gives it.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(500) not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures int,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- tenant is empty for work of the node itself.
create table job (
    id uuid primary key,
    kind varchar(100) not null,
    tenant varchar(255) not null,
    once_key varchar(255),
    status varchar(16) not null,
    step varchar(100) not null,
    state text not null,
    percent int not null,
    note varchar(500) not null,
    attempt int not null,
    last_error varchar(2000),
    cancelling boolean not null,
    created timestamp with time zone not null,
    since timestamp with time zone not null,
    next_run timestamp with time zone,
    unique (kind, tenant, once_key)
);
create index job_tenant on job (tenant, created);
create index job_status on job (status, created);

-- Tenants that may hold work which their database has committed and the node has not taken over.
create table outbox_tenant (
    tenant varchar(255) primary key
);

create table periodic (
    tenant varchar(255) not null,
    name varchar(100) not null,
    alarm_after_seconds bigint not null,
    registered timestamp with time zone not null,
    last_success timestamp with time zone,
    last_error varchar(2000),
    failures int not null,
    alarmed boolean not null,
    primary key (tenant, name)
);
