-- One PostgreSQL schema per module; "database" and "web" hold the platform's own plumbing.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema database;
create schema web;

-- Born demonstration or real, once and for all: a start in the other mode is refused.
create table database.birth (
  only_row boolean primary key default true check (only_row),
  mode     text not null check (mode in ('demo', 'real')),
  born_at  timestamptz not null default now()
);

-- How people type and how registers write, brought to one form: no accent, no case, no punctuation, "st" = "saint".
create function database.plain(text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(regexp_replace(regexp_replace(
      lower(public.unaccent('public.unaccent'::regdictionary, replace(replace($1, 'œ', 'oe'), 'Œ', 'oe'))),
      '[^a-z0-9]+', ' ', 'g'),
      '\mste\M', 'sainte', 'g'),
      '\mst\M', 'saint', 'g'));

-- The answer given to a write, kept so that its replay has one effect.
create table web.idempotency (
  caller     text not null,
  route      text not null,
  key        text not null check (length(key) <= 200),
  body_hash  bytea not null,
  status     int,
  headers    text,
  body       bytea,
  created_at timestamptz not null default now(),
  primary key (caller, route, key)
);
create index idempotency_by_age on web.idempotency (created_at);
