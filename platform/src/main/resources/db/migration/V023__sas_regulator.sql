create schema sas;

-- The regulators whom the national platform lets book here (INT_R02). Who is no longer one stays known, without barring
-- her national number: another account may take it. The number that the platform itself gave is never given again.
create table sas.regulator (
  id          uuid primary key default gen_random_uuid(),
  kind        text not null check (kind in ('national', 'platform')),
  number      text not null check (number <> ''),
  active      boolean not null,
  family_name text not null check (family_name <> ''),
  given_name  text not null check (given_name <> ''),
  email       text not null check (email <> ''),
  created_at  timestamptz not null,
  changed_at  timestamptz not null
);
create unique index regulator_has_a_number_of_her_own on sas.regulator (kind, number) where active or kind = 'platform';
create index regulator_by_number on sas.regulator (kind, number);
create index regulator_by_email on sas.regulator (lower(email)) where active;
