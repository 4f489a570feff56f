-- Runs that wait for an approval, and what people decided. One set of statements for H2 and PostgreSQL.

-- Why a run is held: what the guard found, and what it would have let through.
create table run_hold (
    run_id       bigint not null primary key,
    reason_code  varchar(80) not null,
    found_people bigint not null,
    allowed      bigint not null,
    held_at      timestamp(6) with time zone not null
);

-- The first people whom a held run would have changed, for a person to look at.
create table run_hold_person (
    run_id       bigint not null,
    place        integer not null,
    account_id   varchar(200) not null,
    display_name varchar(400) not null,
    outcome      varchar(40) not null,
    reason_code  varchar(80),
    primary key (run_id, place)
);
create index run_hold_person_account on run_hold_person (account_id);

-- What somebody decided about a held run; a run may be held and decided upon more than once.
create sequence run_decision_seq start with 50 increment by 50;
create table run_decision (
    id          bigint not null primary key,
    run_id      bigint not null,
    decided_at  timestamp(6) with time zone not null,
    approved    boolean not null,
    decided_by  varchar(100) not null,
    reason      varchar(1000) not null,
    reason_code varchar(80) not null
);
create index run_decision_run on run_decision (run_id);
