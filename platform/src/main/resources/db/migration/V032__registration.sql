create schema registration;

-- How a site takes people on as their médecin traitant's patients; all of it is shown to whoever asks.
create table registration.list (
  site_id        uuid primary key references directory.site,
  open           boolean not null,
  within_minutes smallint not null check (within_minutes in (15, 30, 45)),
  priorities     text[] not null default '{}'
                   check (priorities <@ '{doctor-left,long-term,pregnant,young-child,elder}'::text[]),
  most           int check (most between 1 and 100000),
  answer_days    smallint not null check (answer_days between 1 and 30),
  confirm_months smallint not null check (confirm_months between 1 and 24)
);

-- The patients of a practitioner at a site: how many she wants, and how many she was counted to have, at which moment.
create table registration.panel (
  practitioner_id uuid not null references directory.practitioner,
  site_id         uuid not null references registration.list,
  target          int not null check (target between 0 and 10000),
  counted         int not null check (counted between 0 and 10000),
  counted_at      timestamptz not null,
  stopped_at      timestamptz,
  primary key (practitioner_id, site_id)
);

-- Somebody who looks for a médecin traitant. "classes" are those of the public list that she is in, as of her last word;
-- a long-term condition is never named.
create table registration.request (
  id             uuid primary key,
  patient_id     uuid not null references patient.patient,
  person_key     uuid not null,
  commune_code   text not null references geo.commune,
  on_behalf      text not null check (on_behalf in ('self', 'child', 'relative')),
  origin         text not null check (origin in ('public', 'secretary', 'demo')),
  classes        text[] not null
                   check (classes <@ '{doctor-left,long-term,pregnant,young-child,elder}'::text[]),
  state          text not null check (state in ('awaiting-code', 'waiting', 'placed', 'left', 'silent', 'asked-back')),
  proof_id       uuid,
  asked_at       timestamptz not null,
  confirmed_at   timestamptz not null,
  asked_again_at timestamptz,
  ended_at       timestamptz,
  constraint request_that_ended_says_when check ((state in ('awaiting-code', 'waiting')) = (ended_at is null))
);
create unique index person_waits_once on registration.request (person_key) where state = 'waiting';
create index request_by_age on registration.request (asked_at) where state = 'awaiting-code';
create index request_by_confirmation on registration.request (confirmed_at) where state = 'waiting';
create index request_of_patient on registration.request (patient_id);

-- Her turn on the list of one site, since "asked_at" whatever happens later.
create table registration.turn (
  request_id    uuid not null references registration.request on delete cascade,
  site_id       uuid not null references registration.list,
  minutes       real not null check (minutes >= 0),
  asked_at      timestamptz not null,
  ended_at      timestamptz,
  ended_because text check (ended_because in ('left', 'left-all', 'silent', 'placed', 'placed-elsewhere')),
  primary key (request_id, site_id),
  constraint turn_that_ended_says_why check ((ended_at is null) = (ended_because is null))
);
create index turn_on_list on registration.turn (site_id, asked_at, request_id) where ended_at is null;

-- A place that came open with a practitioner, until somebody takes it.
create table registration.open_place (
  id              uuid primary key,
  practitioner_id uuid not null,
  site_id         uuid not null,
  state           text not null check (state in ('open', 'taken', 'withdrawn')),
  opened_at       timestamptz not null,
  foreign key (practitioner_id, site_id) references registration.panel (practitioner_id, site_id)
);
create index place_to_offer on registration.open_place (opened_at, id) where state = 'open';
create index place_of_list on registration.open_place (site_id, opened_at);

create table registration.offer (
  id          uuid primary key,
  place_id    uuid not null references registration.open_place,
  request_id  uuid not null references registration.request,
  state       text not null check (state in ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')),
  offered_at  timestamptz not null,
  expires_at  timestamptz not null,
  answered_at timestamptz,
  constraint nobody_is_offered_a_place_twice unique (place_id, request_id)
);
create unique index place_is_offered_to_one_person_at_a_time on registration.offer (place_id) where state = 'open';
create unique index place_is_taken_once on registration.offer (place_id) where state = 'accepted';
create unique index person_answers_one_offer_at_a_time on registration.offer (request_id) where state = 'open';
create index offer_to_lapse on registration.offer (expires_at) where state = 'open';

-- A person whom a practitioner has taken on here; declared once both have signed.
create table registration.registration (
  id                     uuid primary key,
  request_id             uuid not null references registration.request,
  place_id               uuid not null references registration.open_place,
  patient_id             uuid not null references patient.patient,
  person_key             uuid not null,
  practitioner_id        uuid not null references directory.practitioner,
  site_id                uuid not null references directory.site,
  accepted_at            timestamptz not null,
  patient_signed_on      date,
  practitioner_signed_on date,
  ended_at               timestamptz,
  ended_because          text check (ended_because in ('doctor-stops', 'changed', 'patient', 'mistake')),
  constraint place_makes_one_registration unique (place_id),
  constraint registration_that_ended_says_why check ((ended_at is null) = (ended_because is null))
);
create unique index person_has_one_medecin_traitant on registration.registration (person_key) where ended_at is null;
create index registration_of_practitioner on registration.registration (practitioner_id, site_id);
create index registration_of_site on registration.registration (site_id, accepted_at);
create index registration_of_request on registration.registration (request_id);

-- What opens a request to whoever made it; stored hashed.
create table registration.token (
  hash       bytea primary key,
  request_id uuid not null references registration.request on delete cascade
);
