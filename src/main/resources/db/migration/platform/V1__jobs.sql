create schema platform;

-- the form db-scheduler asks for; one row a recurring job
create table platform.scheduled_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_task_by_time on platform.scheduled_task (execution_time);
create index scheduled_task_by_heartbeat on platform.scheduled_task (last_heartbeat);

create table platform.job_run (
    job         text        not null,
    started_at  timestamptz not null,
    instance    text        not null,
    finished_at timestamptz,
    succeeded   boolean,
    detail      text        not null default '',
    primary key (job, started_at, instance),
    check ((finished_at is null) = (succeeded is null))
);

comment on table platform.job_run is 'What each run of a recurring job did; a run without an end was killed or is still under way';
comment on column platform.job_run.instance is 'Host and process that ran it';
comment on column platform.job_run.detail is 'What it did, in a few numbers; the kind of failure when it did not succeed';
