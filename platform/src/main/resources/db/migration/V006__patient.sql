create schema patient;

-- A public booking makes a provisional identity; nothing attaches it to another record by itself.
create table patient.patient (
  id             uuid primary key default gen_random_uuid(),
  birth_name     text not null check (length(birth_name) between 1 and 100),
  used_name      text check (length(used_name) <= 100),
  first_names    text not null check (length(first_names) between 1 and 100),
  birth_date     date not null,
  sex            text not null check (sex in ('female', 'male', 'unknown')),
  identity_level text not null default 'provisional' check (identity_level in ('provisional', 'validated')),
  email          text check (length(email) <= 254),
  phone          text check (length(phone) <= 20),
  plain_name     text not null generated always as
                   (database.plain(birth_name || ' ' || coalesce(used_name || ' ', '') || first_names)) stored,
  origin         text not null check (origin in ('public', 'secretary', 'demo')),
  created_at     timestamptz not null default now()
);
create index patient_by_name on patient.patient using gin (plain_name gin_trgm_ops);
create index patient_by_birth_date on patient.patient (birth_date);
create index patient_by_phone on patient.patient (phone) where phone is not null;

-- The organisations that know a person: a secretary finds only those of hers.
create table patient.known_at (
  patient_id      uuid not null references patient.patient on delete cascade,
  organization_id uuid not null references directory.organization,
  primary key (organization_id, patient_id)
);
create index known_at_by_patient on patient.known_at (patient_id);
