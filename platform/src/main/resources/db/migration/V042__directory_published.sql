-- When the public part of the directory last changed, row by row: other software asks for what is new since its last visit.
alter table directory.organization
  add column changed_at timestamptz not null default now(),
  add column plain_name text generated always as (database.plain(name)) stored;
alter table directory.site
  add column changed_at timestamptz not null default now(),
  add column plain_name text generated always as (database.plain(name)) stored,
  add column plain_city text generated always as (database.plain(city)) stored;
alter table directory.practitioner
  add column changed_at timestamptz not null default now(),
  add column plain_family_name text generated always as (database.plain(family_name)) stored,
  add column plain_given_name text generated always as (database.plain(given_name)) stored;
alter table directory.practitioner_role add column changed_at timestamptz not null default now();
alter table directory.site_service add column changed_at timestamptz not null default now();

-- Who writes a row has changed it.
create function directory.note_change() returns trigger language plpgsql as $$
begin
  new.changed_at := now();
  return new;
end $$;
create trigger organization_notes_its_change before update on directory.organization
  for each row execute function directory.note_change();
create trigger site_notes_its_change before update on directory.site
  for each row execute function directory.note_change();
create trigger practitioner_notes_its_change before update on directory.practitioner
  for each row execute function directory.note_change();
create trigger role_notes_its_change before update on directory.practitioner_role
  for each row execute function directory.note_change();

-- What every page of the platform shows to everybody, and nothing that it does not.
create view directory.published_organization as
  select id, name, plain_name, kind, finess, siret, phone, changed_at from directory.organization;
create view directory.published_site as
  select id, organization_id, name, plain_name, kind, finess, address_line, postal_code, city, plain_city, lat, lon, phone,
    changed_at
  from directory.site;
create view directory.published_practitioner as
  select id, rpps, family_name, given_name, plain_family_name, plain_given_name, gender, profession, specialty, languages,
    changed_at
  from directory.practitioner;
create view directory.published_role as
  select r.id, r.practitioner_id, r.site_id, s.organization_id, p.rpps, p.family_name, p.given_name, p.profession,
    p.specialty, s.name as site_name, s.phone, greatest(r.changed_at, p.changed_at, s.changed_at) as changed_at
  from directory.practitioner_role r
  join directory.practitioner p on p.id = r.practitioner_id
  join directory.site s on s.id = r.site_id;
create view directory.published_site_service as
  select v.site_id, v.service_code, n.name_fr, database.plain(n.name_fr) as plain_name, s.organization_id,
    greatest(v.changed_at, s.changed_at) as changed_at
  from directory.site_service v
  join directory.service n on n.code = v.service_code
  join directory.site s on s.id = v.site_id;
