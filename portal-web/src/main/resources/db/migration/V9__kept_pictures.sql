-- A person decided to keep the target's picture although it differs: holds for exactly these two pictures. One set of
-- statements for H2 and PostgreSQL.
alter table photo_state add column kept_source_hash varchar(64);
alter table photo_state add column kept_target_fingerprint varchar(400);
alter table photo_state add column kept_at timestamp(6) with time zone;
alter table photo_state add column kept_by varchar(100);
