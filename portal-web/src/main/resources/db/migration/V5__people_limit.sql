-- One set of statements for H2 and PostgreSQL. Who is in the groups that users and tokens are limited to: asked of the
-- directory now and then, so that no query has to wait for it.
create table people_limit (
    connection_id bigint not null,
    group_id      varchar(200) not null,
    -- When the members were read last; null until they were once.
    read_at       timestamp(6) with time zone,
    tried_at      timestamp(6) with time zone not null,
    -- Why the last try failed; null if it didn't.
    problem_code  varchar(80),
    primary key (connection_id, group_id)
);

-- The members, those of nested groups included, by the source's stable ids.
create table people_limit_member (
    connection_id bigint not null,
    group_id      varchar(200) not null,
    account_id    varchar(200) not null,
    primary key (connection_id, group_id, account_id)
);
