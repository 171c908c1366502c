create schema geo;

-- Where people live: a commune, or a district of one (district_of is then its commune).
create table geo.commune (
  code         text primary key,
  name         text not null,
  postal_codes text[] not null default '{}',
  population   int not null check (population >= 0),
  lat          double precision not null check (lat between -90 and 90),
  lon          double precision not null check (lon between -180 and 180),
  department   text,
  region       text,
  mountain     boolean not null default false,
  district_of  text references geo.commune,
  constraint commune_code_is_insee check (district_of is not null or code ~ '^[0-9][0-9AB][0-9]{3}$')
);
create index commune_districts on geo.commune (district_of) where district_of is not null;

-- Where care is given: the id is that of whatever stands there (a site of the directory).
create table geo.place (
  id           uuid primary key,
  commune_code text not null references geo.commune deferrable initially deferred,
  lat          double precision not null check (lat between -90 and 90),
  lon          double precision not null check (lon between -180 and 180)
);
create index place_by_commune on geo.place (commune_code);

-- Minutes from commune or district to place, up to an hour; farther is absent.
create table geo.travel (
  origin_code text not null references geo.commune on delete cascade,
  place_id    uuid not null references geo.place on delete cascade,
  minutes     real not null check (minutes >= 0),
  source      text not null default 'estimate' check (source in ('estimate', 'imported', 'routed')),
  primary key (origin_code, place_id)
);
create index travel_within on geo.travel (origin_code, minutes) include (place_id);
create index travel_by_place on geo.travel (place_id);
