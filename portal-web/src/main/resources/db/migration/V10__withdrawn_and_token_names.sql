-- One set of statements for H2 and PostgreSQL. Since when an OpenID provider gives somebody who has an account nothing
-- by which they may come in; null if it does, and for accounts with a password here.
alter table portal_user add column withdrawn_at timestamp(6) with time zone;

-- The names of tokens that aren't revoked, in lower case: audit and runs tell tokens apart by their names.
alter table api_token add column live_name varchar(100);
update api_token set name = substring(name from 1 for 90) || ' ' || prefix
  where revoked_at is null and exists (
    select 1 from api_token other
    where other.revoked_at is null and lower(other.name) = lower(api_token.name) and other.id < api_token.id);
update api_token set live_name = lower(name) where revoked_at is null;
alter table api_token add constraint api_token_live_name unique (live_name);
