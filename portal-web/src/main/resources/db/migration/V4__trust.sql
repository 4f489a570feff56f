-- Sign-in: first passwords that must be changed, sessions that end everywhere, people of an OpenID provider, limits.

alter table portal_user add column must_change_password boolean default false not null;
alter table portal_user add column sessions_valid_from timestamp(6) with time zone;
alter table portal_user add column display_name varchar(200);
alter table portal_user add column identity_provider varchar(300);
alter table portal_user add column external_subject varchar(300);
alter table portal_user add constraint portal_user_external unique (identity_provider, external_subject);

-- Whoever signs in by OpenID has no password here.
alter table portal_user alter column password_hash drop not null;

-- A helpdesk of one country: only the people of one group of one source connection. All three are set, or none.
alter table portal_user add column limit_connection_id bigint;
alter table portal_user add column limit_group_id varchar(200);
alter table portal_user add column limit_group_name varchar(300);

alter table api_token add column owner varchar(100);
alter table api_token add column limit_connection_id bigint;
alter table api_token add column limit_group_id varchar(200);
alter table api_token add column limit_group_name varchar(300);

-- Tries from one address in its present window of time; kept by a digest.
create table sign_in_address (
    address_digest varchar(64) not null primary key,
    window_began_at timestamp(6) with time zone not null,
    tries integer not null
);
