-- The audit as a chain that shows what was altered or taken out. One set of statements for H2 and PostgreSQL.
-- Entries that were there before have no number yet: the first entry that is added takes them into the chain.

alter table audit_entry add column chain_number bigint;
-- Random; destroyed when a person is erased, so that nobody can find out by trying what the entry said.
alter table audit_entry add column salt varchar(32);
alter table audit_entry add column digest varchar(64);
alter table audit_entry add column link varchar(64);
alter table audit_entry add column key_id varchar(16);
-- The number of the entry that says who was erased from this one, and the seal on what was left.
alter table audit_entry add column erased_by bigint;
alter table audit_entry add column erased_seal varchar(64);
alter table audit_entry add constraint audit_entry_chain unique (chain_number);
create index audit_entry_action on audit_entry (action);
create index audit_entry_actor on audit_entry (actor_name);

-- One row: where the chain ends, and where it was cut when old entries were removed. Whoever appends locks it.
create table audit_head (
    id          smallint not null primary key,
    last_number bigint not null,
    last_link   varchar(64) not null,
    cut_number  bigint not null,
    cut_link    varchar(64) not null,
    key_id      varchar(16) not null,
    seal        varchar(64) not null
);
insert into audit_head (id, last_number, last_link, cut_number, cut_link, key_id, seal) values (1, 0, '', 0, '', '', '');
