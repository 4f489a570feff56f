-- One set of statements for H2 and PostgreSQL. Sequences start with 50: JPA takes what they give as the last id of a block.

create table encryption_key (
    key_id        varchar(16) not null primary key,
    first_used_at timestamp(6) with time zone not null
);

create sequence portal_user_seq start with 50 increment by 50;
create table portal_user (
    id              bigint not null primary key,
    version         bigint not null,
    name            varchar(100) not null,
    password_hash   varchar(300) not null,
    roles           varchar(100) not null,
    enabled         boolean not null,
    created_at      timestamp(6) with time zone not null,
    last_sign_in_at timestamp(6) with time zone,
    constraint portal_user_name unique (name)
);

-- Slows down guessing; kept by a digest of the name that was typed, so that known and unknown names look the same.
create table sign_in_delay (
    name_digest varchar(64) not null primary key,
    failures    integer not null,
    blocked_until timestamp(6) with time zone not null
);

create sequence api_token_seq start with 50 increment by 50;
create table api_token (
    id           bigint not null primary key,
    prefix       varchar(16) not null,
    digest       varchar(64) not null,
    name         varchar(100) not null,
    roles        varchar(100) not null,
    created_by   varchar(100) not null,
    created_at   timestamp(6) with time zone not null,
    expires_at   timestamp(6) with time zone,
    last_used_at timestamp(6) with time zone,
    revoked_at   timestamp(6) with time zone,
    constraint api_token_prefix unique (prefix)
);

create sequence audit_entry_seq start with 50 increment by 50;
create table audit_entry (
    id           bigint not null primary key,
    at           timestamp(6) with time zone not null,
    actor_kind   varchar(20) not null,
    actor_name   varchar(100) not null,
    address      varchar(60),
    request_id   varchar(40),
    action       varchar(60) not null,
    subject_kind varchar(40),
    subject_id   varchar(200),
    subject_name varchar(300),
    before_value varchar(4000),
    after_value  varchar(4000),
    reason       varchar(1000)
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_subject on audit_entry (subject_kind, subject_id);

create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(200) not null,
    task_data            bytea,
    execution_time       timestamp(6) with time zone not null,
    picked               boolean not null,
    picked_by            varchar(200),
    last_success         timestamp(6) with time zone,
    last_failure         timestamp(6) with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp(6) with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
