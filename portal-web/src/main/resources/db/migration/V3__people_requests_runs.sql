-- One set of statements for H2 and PostgreSQL. People come from outside and are keyed by (source connection, the
-- source's stable id), never by a name.

-- The table of people, as last listed.
create table person (
    source_connection_id bigint not null,
    account_id           varchar(200) not null,
    display_name         varchar(400) not null,
    user_principal_name  varchar(400),
    email                varchar(400),
    object_id            varchar(100),
    department           varchar(200),
    job_title            varchar(200),
    company              varchar(200),
    country              varchar(100),
    preferred_language   varchar(40),
    facts                varchar(200) not null,
    -- The whole account as the source gave it, as JSON: what a later call needs without listing again.
    account              text not null,
    -- Name, UPN and address in lower case, for the search box.
    search_text          varchar(1300) not null,
    first_seen_at        timestamp(6) with time zone not null,
    last_listed_at       timestamp(6) with time zone not null,
    primary key (source_connection_id, account_id)
);
create index person_search on person (source_connection_id, search_text);
create index person_department on person (source_connection_id, department);

-- What is known of one person's picture in one target.
create table photo_state (
    target_connection_id bigint not null,
    target_key           varchar(400) not null,
    version              bigint not null,
    plan_id              bigint not null,
    source_connection_id bigint not null,
    account_id           varchar(200) not null,
    condition            varchar(40) not null,
    reason_code          varchar(80),
    settled              boolean not null,
    source_fingerprint   varchar(400),
    source_hash          varchar(64),
    recipe               varchar(64),
    source_first_seen_at timestamp(6) with time zone,
    target_fingerprint   varchar(400),
    written_fingerprint  varchar(400),
    prepared_hash        varchar(64),
    look                 bytea,
    last_written_at      timestamp(6) with time zone,
    last_looked_at       timestamp(6) with time zone,
    absences_seen        integer,
    first_absent_at      timestamp(6) with time zone,
    absent_code          varchar(80),
    -- The source's content hash when a person undid a write: nothing is written until the source differs from it.
    undone_source_hash   varchar(64),
    undone_at            timestamp(6) with time zone,
    intent_run_id        bigint,
    intent_prepared_hash varchar(64),
    last_run_id          bigint not null,
    -- How the last run that recorded this person ended; what pages show beside the condition.
    last_outcome         varchar(40) not null,
    last_checked_at      timestamp(6) with time zone not null,
    primary key (target_connection_id, target_key)
);
create index photo_state_account on photo_state (source_connection_id, account_id, target_connection_id);
create index photo_state_condition on photo_state (plan_id, condition);
create index photo_state_last_run on photo_state (last_run_id, account_id);

-- Something asked for. Waiting requests that are equal share a key; null once it waits no longer, so that it holds on
-- both databases.
create sequence sync_request_seq;
create table sync_request (
    id              bigint not null primary key,
    plan_id         bigint not null,
    kind            varchar(20) not null,
    scope_kind      varchar(20) not null,
    -- The people's stable ids or the group's id, as JSON.
    scope           text not null,
    scope_label     varchar(400) not null,
    lane            varchar(20) not null,
    trigger_kind    varchar(20) not null,
    actor_name      varchar(100) not null,
    replace_anyway  boolean not null,
    approved        boolean not null,
    reason          varchar(1000),
    started_by_run  bigint,
    requested_at    timestamp(6) with time zone not null,
    waiting_key     varchar(64),
    run_id          bigint not null,
    constraint sync_request_waiting unique (waiting_key)
);
create index sync_request_run on sync_request (run_id);

create sequence run_seq;
create table run (
    id               bigint not null primary key,
    request_id       bigint not null,
    plan_id          bigint not null,
    plan_name        varchar(200) not null,
    kind             varchar(20) not null,
    lane             varchar(20) not null,
    scope_kind       varchar(20) not null,
    scope_label      varchar(400) not null,
    trigger_kind     varchar(20) not null,
    actor_name       varchar(100) not null,
    reason           varchar(1000),
    started_by_run   bigint,
    state            varchar(40) not null,
    epoch            bigint not null,
    requested_at     timestamp(6) with time zone not null,
    started_at       timestamp(6) with time zone,
    finished_at      timestamp(6) with time zone,
    waiting_until    timestamp(6) with time zone,
    waiting_for      varchar(200),
    problem_category varchar(40),
    problem_code     varchar(80),
    problem_message  varchar(1000),
    step             varchar(40),
    -- People by outcome and by step, as JSON; added to with every recorded batch.
    counts           text not null,
    total            bigint,
    -- How many people the source listed, once its listing came to the end.
    listed           bigint,
    times_waited     integer not null,
    cancel_requested boolean not null,
    pause_requested  boolean not null
);
create index run_recent on run (requested_at);
create index run_queue on run (plan_id, lane, state);

-- An outcome per person who wasn't simply unchanged.
create table run_outcome (
    run_id           bigint not null,
    account_id       varchar(200) not null,
    display_name     varchar(400) not null,
    outcome          varchar(40) not null,
    condition        varchar(40) not null,
    reason_code      varchar(80),
    failure_category varchar(40),
    detail           varchar(1000),
    at               timestamp(6) with time zone not null,
    primary key (run_id, account_id)
);
create index run_outcome_kind on run_outcome (run_id, outcome, account_id);
create index run_outcome_account on run_outcome (account_id, at);

-- The target's picture as it was before a write; inserted once per run and person, never changed.
create table before_image (
    run_id               bigint not null,
    account_id           varchar(200) not null,
    target_connection_id bigint not null,
    target_key           varchar(400) not null,
    sealed               bytea not null,
    size_bytes           bigint not null,
    taken_at             timestamp(6) with time zone not null,
    keep_until           timestamp(6) with time zone not null,
    primary key (run_id, account_id)
);
create index before_image_keep on before_image (keep_until);
create index before_image_person on before_image (target_connection_id, account_id, taken_at);

-- Small pictures for lists and person pages, made by us: a cache that may be emptied at any time.
create table picture_preview (
    connection_id bigint not null,
    account_id    varchar(200) not null,
    made_at       timestamp(6) with time zone not null,
    etag          varchar(64) not null,
    jpeg          bytea not null,
    primary key (connection_id, account_id)
);

create table coverage_snapshot (
    snapshot_day date not null,
    plan_id    bigint not null,
    condition  varchar(40) not null,
    department varchar(200) not null,
    people     bigint not null,
    primary key (snapshot_day, plan_id, condition, department)
);
