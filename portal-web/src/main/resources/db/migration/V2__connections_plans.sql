-- Providers, app registrations, connections, plans, protected people. One set of statements for H2 and PostgreSQL.

create table provider_active (
    provider_id varchar(40) not null primary key,
    version     varchar(60) not null,
    changed_at  timestamp(6) with time zone not null
);

create sequence app_registration_seq start with 50 increment by 50;
create table app_registration (
    id                bigint not null primary key,
    version           bigint not null,
    name              varchar(100) not null,
    tenant_id         varchar(200) not null,
    client_id         varchar(100) not null,
    cloud             varchar(20) not null,
    login_url         varchar(500) not null,
    client_secret     bytea,
    client_secret_for varchar(500),
    client_secret_at  timestamp(6) with time zone,
    changed_at        timestamp(6) with time zone not null,
    constraint app_registration_name unique (name)
);

create sequence app_certificate_seq start with 50 increment by 50;
create table app_certificate (
    id              bigint not null primary key,
    registration_id bigint not null references app_registration (id),
    slot            varchar(10) not null,
    chain           varchar(100000) not null,
    private_key     bytea not null,
    thumbprint      varchar(64) not null,
    valid_from      timestamp(6) with time zone not null,
    valid_until     timestamp(6) with time zone not null,
    made_here       boolean not null,
    added_at        timestamp(6) with time zone not null
);
create index app_certificate_registration on app_certificate (registration_id);

create sequence provider_connection_seq start with 50 increment by 50;
create table provider_connection (
    id              bigint not null primary key,
    version         bigint not null,
    name            varchar(100) not null,
    provider_id     varchar(40) not null,
    role            varchar(10) not null,
    registration_id bigint references app_registration (id),
    proxy           varchar(300) not null,
    extra_ca        varchar(200000) not null,
    confirmed_route varchar(64) not null,
    changed_at      timestamp(6) with time zone not null,
    constraint provider_connection_name unique (name)
);
create index provider_connection_registration on provider_connection (registration_id);

create table connection_value (
    connection_id bigint not null references provider_connection (id),
    property      varchar(64) not null,
    text_value    varchar(20000) not null,
    primary key (connection_id, property)
);

create table connection_secret (
    connection_id bigint not null references provider_connection (id),
    property      varchar(64) not null,
    sealed        bytea not null,
    route         varchar(64) not null,
    shown         varchar(500) not null,
    set_at        timestamp(6) with time zone not null,
    primary key (connection_id, property)
);

create table connection_limit (
    connection_id  bigint not null references provider_connection (id),
    limit_name     varchar(100) not null,
    units          bigint not null,
    window_seconds bigint not null,
    primary key (connection_id, limit_name)
);

create table connection_health (
    connection_id bigint not null primary key references provider_connection (id),
    checked_at    timestamp(6) with time zone not null,
    healthy       boolean not null,
    report        varchar(200000) not null
);

create sequence sync_plan_seq start with 50 increment by 50;
create table sync_plan (
    id                   bigint not null primary key,
    version              bigint not null,
    name                 varchar(100) not null,
    source_connection_id bigint not null references provider_connection (id),
    target_connection_id bigint not null references provider_connection (id),
    enabled              boolean not null,
    trial                boolean not null,
    not_ours             varchar(20) not null,
    on_removal           varchar(20) not null,
    keep_better          boolean not null,
    excluded_facts       varchar(500) not null,
    look_again_days      integer not null,
    guard_percent        integer not null,
    fewest_people        bigint not null,
    scheduled            boolean not null,
    run_days             varchar(100) not null,
    run_time             varchar(5) not null,
    run_zone             varchar(64) not null,
    changed_at           timestamp(6) with time zone not null,
    constraint sync_plan_name unique (name)
);
create index sync_plan_source on sync_plan (source_connection_id);
create index sync_plan_target on sync_plan (target_connection_id);

create table plan_group (
    plan_id    bigint not null references sync_plan (id),
    group_id   varchar(200) not null,
    group_name varchar(300) not null,
    primary key (plan_id, group_id)
);

create table plan_filter (
    plan_id      bigint not null references sync_plan (id),
    attribute    varchar(100) not null,
    wanted_value varchar(300) not null,
    primary key (plan_id, attribute, wanted_value)
);

create table plan_excluded (
    plan_id      bigint not null references sync_plan (id),
    account_id   varchar(400) not null,
    account_name varchar(300) not null,
    primary key (plan_id, account_id)
);

create sequence protected_account_seq start with 50 increment by 50;
create table protected_account (
    id                   bigint not null primary key,
    source_connection_id bigint not null references provider_connection (id),
    account_id           varchar(400) not null,
    account_name         varchar(300) not null,
    reason               varchar(1000) not null,
    protected_by         varchar(100) not null,
    protected_at         timestamp(6) with time zone not null,
    constraint protected_account_once unique (source_connection_id, account_id)
);

create table portal_setting (
    name          varchar(100) not null primary key,
    setting_value varchar(4000) not null,
    changed_at    timestamp(6) with time zone not null
);

create table bootstrap_applied (
    digest     varchar(64) not null primary key,
    file_name  varchar(1000) not null,
    applied_at timestamp(6) with time zone not null
);
