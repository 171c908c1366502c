create schema territory;

-- A commune's border as a file draws it (WKB, degrees of WGS 84), with the rectangle around it.
create table territory.contour (
  commune_code text primary key references geo.commune on delete cascade,
  shape        bytea not null,
  west         double precision not null,
  south        double precision not null,
  east         double precision not null,
  north        double precision not null,
  source       text not null,
  imported_at  timestamptz not null,
  constraint contour_has_a_width check (east > west and north > south)
);

-- The same border, simpler the farther it is seen from: coordinates of a GeoJSON MultiPolygon.
create table territory.outline (
  band         text not null check (band in ('region', 'department', 'arrondissement', 'near')),
  commune_code text not null references territory.contour on delete cascade,
  coordinates  text not null,
  primary key (band, commune_code)
);
create index outline_by_commune on territory.outline (commune_code);

-- The accessibility that the State publishes (DREES): consultations a year and standardised inhabitant.
create table territory.official_apl (
  commune_code text not null references geo.commune on delete cascade,
  year         int not null check (year between 2010 and 2100),
  all_doctors  double precision not null check (all_doctors >= 0),
  under_65     double precision check (under_65 >= 0),
  standardised double precision check (standardised >= 0),
  population   double precision check (population >= 0),
  source       text not null,
  imported_at  timestamptz not null,
  primary key (commune_code, year)
);

-- Care offered in a commune; estimated rows come from a model, and whoever shows them says so.
create table territory.supply (
  commune_code  text not null references geo.commune on delete cascade,
  service_code  text not null references directory.service,
  consultations double precision not null check (consultations >= 0),
  professionals double precision check (professionals >= 0),
  estimated     boolean not null,
  source        text not null,
  imported_at   timestamptz not null,
  primary key (commune_code, service_code)
);

-- Where the regional health agency (ARS) pays to settle: an attribute that is imported, never computed.
create table territory.zoning (
  commune_code text not null references geo.commune on delete cascade,
  service_code text not null references directory.service,
  zone         text not null check (zone in ('zip', 'zac', 'none')),
  year         int check (year between 2010 and 2100),
  source       text not null,
  imported_at  timestamptz not null,
  primary key (commune_code, service_code)
);

-- As geo.edition, for what was imported here.
create table territory.edition (
  only_row boolean primary key default true check (only_row),
  edition  bigint not null,
  writer   xid8
);
insert into territory.edition (edition) values (1);
create function territory.next_edition() returns trigger language plpgsql as $$
begin
  update territory.edition set edition = edition + 1, writer = pg_current_xact_id()
  where writer is distinct from pg_current_xact_id();
  return null;
end $$;
create trigger outlines_make_an_edition after insert or update or delete or truncate on territory.outline
  for each statement execute function territory.next_edition();
create trigger official_apls_make_an_edition after insert or update or delete or truncate on territory.official_apl
  for each statement execute function territory.next_edition();
create trigger supplies_make_an_edition after insert or update or delete or truncate on territory.supply
  for each statement execute function territory.next_edition();
create trigger zonings_make_an_edition after insert or update or delete or truncate on territory.zoning
  for each statement execute function territory.next_edition();
