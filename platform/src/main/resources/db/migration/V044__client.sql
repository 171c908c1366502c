create schema client;

-- Other software that an administrator lets in: for one organisation, with scopes. Its id is its OAuth client_id.
create table client.client (
  id              uuid primary key default gen_random_uuid(),
  name            text not null check (length(name) between 1 and 100),
  organization_id uuid not null references directory.organization,
  scopes          text not null check (scopes <> ''),
  disabled        boolean not null default false,
  created_at      timestamptz not null,
  last_used_at    timestamptz
);
create unique index client_has_a_name_of_its_own on client.client (lower(name));

-- Hashes of 256 random bits. While a secret is replaced, two hold; what came of a secret ends with it.
create table client.secret (
  id         uuid primary key default gen_random_uuid(),
  client_id  uuid not null references client.client,
  hash       bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index secret_of_client on client.secret (client_id);

create table client.access_token (
  hash       bytea primary key,
  secret_id  uuid not null references client.secret,
  scopes     text not null,
  expires_at timestamptz not null
);
create index access_token_by_expiry on client.access_token (expires_at);

create table client.calls_of_day (
  client_id uuid not null references client.client,
  day       date not null,
  calls     bigint not null,
  primary key (client_id, day)
);

-- Whose appointments are whose, and under which number of its own a client knows them.
create table client.booking (
  appointment_id uuid primary key,
  client_id      uuid not null references client.client,
  system         text,
  value          text,
  constraint number_has_a_system check ((system is null) = (value is null))
);
create unique index booking_has_a_number_of_its_own on client.booking (client_id, system, value);

create table client.patient_number (
  id         uuid primary key default gen_random_uuid(),
  client_id  uuid not null references client.client,
  system     text not null,
  value      text not null,
  patient_id uuid not null references patient.patient on delete cascade,
  constraint patient_has_a_number_of_her_own unique (client_id, system, value)
);
create index patient_number_by_patient on client.patient_number (patient_id);
create trigger numbers_follow_who_was_merged before insert or update of patient_id on client.patient_number
  for each row execute function patient.follow_who_was_merged();
