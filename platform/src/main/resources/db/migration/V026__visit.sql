create schema visit;

-- A visit that somebody asked for: at home, or at an Ehpad for several residents in one stop. The note is practical (a door
-- code, a dog); nothing about anybody's health stands here.
create table visit.request (
  id              uuid primary key default gen_random_uuid(),
  organization_id uuid not null references directory.organization,
  place_name      text check (length(place_name) between 1 and 120),
  address         text not null check (length(address) between 1 and 200),
  commune_code    text not null references geo.commune,
  lat             float8 check (lat between -90 and 90),
  lon             float8 check (lon between -180 and 180),
  phone           text check (length(phone) <= 20),
  day             date,
  window_from     time not null,
  window_until    time not null,
  minutes         smallint not null check (minutes between 5 and 480),
  urgency         text not null default 'routine' check (urgency in ('routine', 'soon', 'urgent')),
  urgency_by      uuid references directory.practitioner,
  profession      text,
  practitioner_id uuid references directory.practitioner,
  note            text check (length(note) <= 200),
  unfitted        text check (unfitted in ('nobody-able', 'out-of-reach', 'no-room')),
  cancelled_at    timestamptz,
  cancel_reason   text check (cancel_reason in ('patient', 'hospital', 'professional', 'mistake', 'other')),
  created_at      timestamptz not null default now(),
  constraint window_ends_no_earlier_than_it_begins check (window_until >= window_from),
  constraint position_has_both_coordinates check ((lat is null) = (lon is null)),
  constraint a_professional_decides_what_is_urgent check (urgency = 'routine' or urgency_by is not null),
  constraint cancelled_visit_says_why check ((cancelled_at is null) = (cancel_reason is null))
);
create index request_of_day on visit.request (organization_id, day) where cancelled_at is null;

create table visit.resident (
  request_id uuid not null references visit.request on delete cascade,
  patient_id uuid not null references patient.patient,
  position   smallint not null,
  seen_at    timestamptz,
  primary key (request_id, patient_id)
);
create index resident_by_patient on visit.resident (patient_id);

-- Who goes that day. Her agenda is blocked from the start to the end (scheduling.occupation, cause "block").
create table visit.round (
  id              uuid primary key default gen_random_uuid(),
  organization_id uuid not null references directory.organization,
  practitioner_id uuid not null references directory.practitioner,
  site_id         uuid not null references directory.site,
  day             date not null,
  starts          time not null,
  ends            time not null,
  lunch_from      time,
  lunch_until     time,
  lunch_minutes   smallint check (lunch_minutes between 15 and 120),
  leaves_at       timestamptz,
  back_at         timestamptz,
  lunch_at        timestamptz,
  constraint professional_has_one_round_a_day unique (practitioner_id, day),
  constraint round_ends_after_it_starts check (ends > starts),
  constraint lunch_is_told_whole check (
    (lunch_from is null) = (lunch_until is null) and (lunch_from is null) = (lunch_minutes is null)),
  constraint lunch_begins_between_two_hours check (lunch_until >= lunch_from)
);
create index round_of_day on visit.round (organization_id, day);

-- One visit of a round. Where it stood before the last change of the day is kept, to be said.
create table visit.stop (
  id              uuid primary key default gen_random_uuid(),
  round_id        uuid not null references visit.round,
  request_id      uuid not null references visit.request,
  position        smallint not null,
  way_minutes     real not null check (way_minutes >= 0),
  arrival_at      timestamptz not null,
  start_at        timestamptz not null,
  end_at          timestamptz not null,
  state           text not null default 'planned' check (state in ('planned', 'left', 'arrived', 'done', 'not-done')),
  reason          text check (reason in ('nobody-there', 'hospital', 'refused', 'no-access', 'other')),
  left_at         timestamptz,
  arrived_at      timestamptz,
  ended_at        timestamptz,
  before_round_id uuid references visit.round on delete set null,
  before_start_at timestamptz,
  changed_in      int not null default 0,
  constraint visit_stands_in_one_round unique (request_id),
  constraint stop_has_its_own_place_in_the_round unique (round_id, position) deferrable initially deferred,
  constraint visit_that_was_not_done_says_why check ((state = 'not-done') = (reason is not null)),
  constraint stop_ends_no_earlier_than_it_starts check (end_at >= start_at and start_at >= arrival_at)
);
create unique index professional_is_at_one_place_at_a_time on visit.stop (round_id) where state in ('left', 'arrived');

-- Counts the plans of a day: whoever plans says which one she looked at.
create table visit.day (
  organization_id uuid not null references directory.organization,
  day             date not null,
  version         int not null,
  primary key (organization_id, day)
);
