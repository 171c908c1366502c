-- An overbooked appointment stands beside what occupies its practitioner, room or person; somebody decided so, and why.
alter table scheduling.appointment
  add column overbooked_because text,
  add column series_id uuid,
  add constraint overbooking_has_a_reason check (not overbooked or overbooked_because is not null);
create index appointment_of_series on scheduling.appointment (series_id) where series_id is not null;

-- Who and what an appointment takes besides its practitioner, room and patient.
create table scheduling.participant (
  appointment_id uuid not null references scheduling.appointment on delete cascade,
  kind           text not null check (kind in ('practitioner', 'room', 'equipment')),
  resource_id    uuid not null,
  primary key (appointment_id, resource_id)
);

-- Appointments booked in one act, told in one message.
create table scheduling.series (
  id         uuid primary key,
  patient_id uuid not null references patient.patient,
  created_at timestamptz not null
);
alter table scheduling.appointment
  add constraint appointment_belongs_to_its_series foreign key (series_id) references scheduling.series;

-- Why a practitioner does not receive for a while: a word beside the occupation, which has its id as cause.
create table scheduling.blocked_time (
  id              uuid primary key,
  practitioner_id uuid not null references directory.practitioner,
  site_id         uuid not null references directory.site,
  start_at        timestamptz not null,
  end_at          timestamptz not null,
  label           text not null check (label in ('meeting', 'break', 'phone', 'paperwork', 'training', 'other')),
  released_at     timestamptz,
  constraint block_ends_after_it_starts check (end_at > start_at)
);
create index blocked_time_of_site on scheduling.blocked_time (site_id, start_at) where released_at is null;

create schema undo;

-- What somebody at a desk did, newest last, with what is needed to take it back.
create table undo.deed (
  id         bigint generated always as identity primary key,
  account_id uuid not null,
  site_id    uuid not null references directory.site on delete cascade,
  kind       text not null check (kind in
               ('book', 'move', 'cancel', 'advance', 'block', 'release', 'open', 'series')),
  subject_id uuid not null,
  slot_id    uuid,
  minutes    smallint,
  was        text,
  sequence   int,
  done_at    timestamptz not null,
  undone_at  timestamptz
);
create index deed_of_account on undo.deed (account_id, id desc) where undone_at is null;
