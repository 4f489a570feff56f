-- Where the portal sends messages, and the messages. One set of statements for H2 and PostgreSQL.

create sequence notification_channel_seq start with 50 increment by 50;
create table notification_channel (
    id         bigint not null primary key,
    version    bigint not null,
    name       varchar(100) not null,
    kind       varchar(20) not null,
    language   varchar(10) not null,
    enabled    boolean not null,
    -- The kinds of events it wants, separated by commas.
    events     varchar(500) not null,
    -- A mail server's host; of a webhook the origin, which may be shown while its address may not.
    host       varchar(300) not null,
    port       integer not null,
    security   varchar(20) not null,
    user_name  varchar(300) not null,
    sender     varchar(300) not null,
    recipients varchar(2000) not null,
    -- A webhook's address, sealed: whoever knows it may post there.
    address    bytea,
    secret     bytea,
    -- What the secret was entered for: another server doesn't get it.
    secret_for varchar(500),
    secret_at  timestamp(6) with time zone,
    changed_at timestamp(6) with time zone not null,
    constraint notification_channel_name unique (name)
);

-- One message to one channel about one cause, and what became of it.
create sequence notification_seq start with 50 increment by 50;
create table notification (
    id          bigint not null primary key,
    channel_id  bigint not null references notification_channel (id) on delete cascade,
    -- What it is about; no channel hears of one cause twice.
    cause       varchar(200) not null,
    kind        varchar(40) not null,
    title       varchar(300) not null,
    body        varchar(4000) not null,
    page        varchar(500) not null,
    facts       varchar(2000) not null,
    state       varchar(20) not null,
    created_at  timestamp(6) with time zone not null,
    attempts    integer not null,
    due_at      timestamp(6) with time zone not null,
    sent_at     timestamp(6) with time zone,
    error_code  varchar(40),
    error       varchar(500),
    constraint notification_once unique (cause, channel_id)
);
create index notification_due on notification (state, due_at);

-- What the portal has last seen of something that it watches.
create table notification_mark (
    name       varchar(200) not null primary key,
    mark       varchar(200) not null,
    changed_at timestamp(6) with time zone not null
);
