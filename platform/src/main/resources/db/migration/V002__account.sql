create schema account;

create table account.account (
  id              uuid primary key default gen_random_uuid(),
  login           text not null unique check (login = lower(login)),
  name            text not null,
  password_hash   text not null,
  practitioner_id uuid,
  disabled        boolean not null default false,
  created_at      timestamptz not null default now()
);

-- A role is given at an organisation or a site, or (administrator) over the whole platform.
create table account.role_grant (
  account_id      uuid not null references account.account on delete cascade,
  role            text not null check (role in ('secretary', 'practitioner', 'host', 'coordinator', 'planner', 'auditor', 'administrator')),
  organization_id uuid,
  site_id         uuid,
  constraint role_is_given_somewhere check (role = 'administrator' or organization_id is not null or site_id is not null),
  constraint role_is_given_once unique nulls not distinct (account_id, role, organization_id, site_id)
);

-- A person shows that a contact is hers by giving back the code that was sent to it. Only the hash is kept.
create table account.contact_proof (
  id            uuid primary key default gen_random_uuid(),
  channel       text not null check (channel in ('email', 'sms')),
  contact       text not null,
  code_hash     bytea,
  attempts_left smallint not null default 5 check (attempts_left >= 0),
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null,
  proved_at     timestamptz
);
create index contact_proof_by_age on account.contact_proof (expires_at);

create table account.session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index session_by_expiry on account.session (expiry_time);
create index session_by_principal on account.session (principal_name);

create table account.session_attributes (
  session_primary_id char(36) not null references account.session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
