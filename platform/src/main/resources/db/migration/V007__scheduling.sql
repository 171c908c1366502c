create schema scheduling;

-- When a practitioner receives, week after week, in wall time of Europe/Paris.
create table scheduling.availability_rule (
  id                uuid primary key default gen_random_uuid(),
  practitioner_id   uuid not null references directory.practitioner,
  site_id           uuid not null references directory.site,
  room_id           uuid references directory.room,
  service_code      text not null references directory.service,
  kind              text not null check (kind in ('scheduled', 'unscheduled')),
  mode              text not null check (mode in ('on-site', 'teleconsultation', 'home')),
  weekday           smallint not null check (weekday between 1 and 7),
  every_weeks       smallint not null default 1 check (every_weeks between 1 and 4),
  starts            time not null,
  ends              time not null,
  slot_minutes      smallint not null check (slot_minutes between 5 and 240),
  valid_from        date not null,
  valid_until       date,
  online            boolean not null default true,
  opens_days_before smallint check (opens_days_before between 0 and 14),
  opens_at          time,
  constraint rule_ends_after_it_starts check (ends > starts),
  constraint rule_stops_after_it_begins check (valid_until is null or valid_until >= valid_from),
  constraint consultation_on_site_has_a_room check (mode <> 'on-site' or room_id is not null),
  constraint window_opens_on_a_day_and_an_hour check ((opens_days_before is null) = (opens_at is null))
);
create index availability_rule_by_practitioner on scheduling.availability_rule (practitioner_id);
create index availability_rule_by_site on scheduling.availability_rule (site_id);

-- Days on which one rule does not run.
create table scheduling.rule_exception (
  rule_id uuid not null references scheduling.availability_rule on delete cascade,
  day     date not null,
  primary key (rule_id, day)
);

-- An unscheduled window may be filled by the secretaries of other organisations too.
create table scheduling.rule_shared_with (
  rule_id         uuid not null references scheduling.availability_rule on delete cascade,
  organization_id uuid not null references directory.organization,
  primary key (rule_id, organization_id)
);

create table scheduling.absence (
  id              uuid primary key default gen_random_uuid(),
  practitioner_id uuid not null references directory.practitioner,
  during          tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  reason          text not null
);
create index absence_by_practitioner on scheduling.absence using gist (practitioner_id, during);

-- One bookable step of a rule. "free" is derived from occupation by the triggers below, never written by hand.
create table scheduling.slot (
  id              uuid primary key default gen_random_uuid(),
  rule_id         uuid not null references scheduling.availability_rule on delete cascade,
  practitioner_id uuid not null references directory.practitioner,
  site_id         uuid not null references directory.site,
  room_id         uuid references directory.room,
  service_code    text not null,
  kind            text not null,
  mode            text not null,
  start_at        timestamptz not null,
  end_at          timestamptz not null,
  window_end      timestamptz not null,
  bookable_from   timestamptz not null default '-infinity',
  online          boolean not null,
  free            boolean not null default true,
  constraint slot_lasts_at_most_four_hours check (end_at > start_at and end_at <= start_at + interval '4 hours'),
  constraint rule_makes_one_slot_per_start unique (rule_id, start_at)
);
create index slot_free_at_site on scheduling.slot (site_id, service_code, start_at) where free and online;
create index slot_of_practitioner on scheduling.slot (practitioner_id, start_at);
create index slot_of_room on scheduling.slot (room_id, start_at) where room_id is not null;
create index slot_of_site on scheduling.slot (site_id, start_at);

-- FHIR Appointment; a hold is the same row before its owner is known. Practitioner, site and room come from a slot, where
-- they are foreign keys. Checking them again here took a sixth of the time of every booking: it is done the other way
-- round, when somebody deletes one of them (appointment_keeps_its_…, below).
create table scheduling.appointment (
  id              uuid primary key default gen_random_uuid(),
  slot_id         uuid,
  practitioner_id uuid not null,
  site_id         uuid not null,
  room_id         uuid,
  service_code    text not null,
  reason_code     text not null,
  kind            text not null,
  mode            text not null,
  start_at        timestamptz not null,
  end_at          timestamptz not null,
  status          text not null check (status in
                    ('held', 'awaiting-code', 'booked', 'arrived', 'in-consultation', 'done', 'no-show', 'cancelled', 'expired')),
  origin          text not null check (origin in ('public', 'secretary', 'demo')),
  on_behalf       text not null default 'self' check (on_behalf in ('self', 'child', 'relative')),
  patient_id      uuid references patient.patient,
  person_key      uuid,
  contact_key     text,
  proof_id        uuid,
  visitor         text,
  anonymous       boolean not null default false,
  address         text,
  reminder        boolean not null default false,
  expires_at      timestamptz,
  overbooked      boolean not null default false,
  cancel_reason   text,
  sequence        int not null default 0,
  created_at      timestamptz not null default now(),
  booked_at       timestamptz,
  arrived_at      timestamptz,
  started_at      timestamptz,
  ended_at        timestamptz,
  constraint appointment_ends_after_it_starts check (end_at > start_at),
  constraint hold_expires check ((status in ('held', 'awaiting-code')) = (expires_at is not null)),
  constraint appointment_has_a_patient check (status in ('held', 'expired') or patient_id is not null)
);
create index appointment_of_site on scheduling.appointment (site_id, start_at)
  where status not in ('held', 'expired', 'cancelled');
create index appointment_of_practitioner on scheduling.appointment (practitioner_id, start_at)
  where status not in ('held', 'expired', 'cancelled');
create index appointment_of_patient on scheduling.appointment (patient_id, start_at) where patient_id is not null;
create index appointment_expiring on scheduling.appointment (expires_at) where status in ('held', 'awaiting-code');
create index appointment_of_contact on scheduling.appointment (contact_key, start_at)
  where contact_key is not null and status not in ('expired', 'cancelled');
create index appointment_held_from on scheduling.appointment (address) where status in ('held', 'awaiting-code');

create function scheduling.appointments_keep_theirs() returns trigger language plpgsql as $$
begin
  -- Waits for bookings that have not ended, and lets none begin.
  lock table scheduling.appointment in share mode;
  if exists (select from scheduling.appointment a join gone g on g.id in (a.practitioner_id, a.site_id, a.room_id)) then
    raise exception 'appointments refer to this %: it cannot be deleted', tg_table_name
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger appointment_keeps_its_practitioner after delete on directory.practitioner
  referencing old table as gone for each statement execute function scheduling.appointments_keep_theirs();
create trigger appointment_keeps_its_site after delete on directory.site
  referencing old table as gone for each statement execute function scheduling.appointments_keep_theirs();
create trigger appointment_keeps_its_room after delete on directory.room
  referencing old table as gone for each statement execute function scheduling.appointments_keep_theirs();

-- What opens one appointment to its owner: only hashes; every message carries a token of its own.
create table scheduling.manage_token (
  hash           bytea primary key,
  appointment_id uuid not null references scheduling.appointment on delete cascade,
  created_at     timestamptz not null default now()
);
create index manage_token_by_appointment on scheduling.manage_token (appointment_id);

-- The only truth about who is busy when.
create table scheduling.occupation (
  resource_kind  text not null check (resource_kind in ('practitioner', 'room', 'patient', 'equipment')),
  resource_id    uuid not null,
  during         tstzrange not null check (not isempty(during)),
  cause          text not null check (cause in ('appointment', 'block')),
  appointment_id uuid not null,
  constraint practitioner_sees_one_patient_at_a_time
    exclude using gist (resource_id with =, during with &&) where (resource_kind = 'practitioner'),
  constraint room_holds_one_consultation_at_a_time
    exclude using gist (resource_id with =, during with &&) where (resource_kind = 'room'),
  constraint patient_is_in_one_place_at_a_time
    exclude using gist (resource_id with =, during with &&) where (resource_kind = 'patient'),
  constraint equipment_serves_once_at_a_time
    exclude using gist (resource_id with =, during with &&) where (resource_kind = 'equipment')
);
create index occupation_by_appointment on scheduling.occupation (appointment_id);

-- Every act that changes occupations first takes advisory locks on its resources in ascending order (class Occupations):
-- two acts that touch the same practitioner or room are then in line, and the flag below is computed in peace.
-- A slot of one's practitioner in another's room has both in no common line. So its row is locked even when it is not
-- free: an act that frees it at the same time then either waits for this one or has ended, and both judge afresh.
create function scheduling.slots_follow_new_occupations() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  select array_agg(distinct id) into touched from (
    select t.id from arrived a join scheduling.slot t on t.practitioner_id = a.resource_id
    where a.resource_kind = 'practitioner' and t.end_at > lower(a.during)
      and t.start_at < upper(a.during) and t.start_at > lower(a.during) - interval '4 hours'
    union all
    select t.id from arrived a join scheduling.slot t on t.room_id = a.resource_id
    where a.resource_kind = 'room' and t.end_at > lower(a.during)
      and t.start_at < upper(a.during) and t.start_at > lower(a.during) - interval '4 hours') s;
  -- Nearly always it is the one slot that somebody books: changing it locks it, and one row needs no order.
  if cardinality(touched) = 1 then
    update scheduling.slot set free = false where id = touched[1] and free;
    if found then
      return null;
    end if;
  end if;
  perform from scheduling.slot where id = any (touched) order by id for update;
  update scheduling.slot set free = false where id = any (touched) and free;
  return null;
end $$;

-- Rows are locked first, in order, then judged in a fresh snapshot: an occupation committed meanwhile is seen.
create function scheduling.slots_follow_gone_occupations() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  select array_agg(id) into touched from (
    select s.id from scheduling.slot s
    where not s.free and s.id in (
      select t.id from gone g join scheduling.slot t on t.practitioner_id = g.resource_id
      where g.resource_kind = 'practitioner' and t.end_at > lower(g.during)
        and t.start_at < upper(g.during) and t.start_at > lower(g.during) - interval '4 hours'
      union all
      select t.id from gone g join scheduling.slot t on t.room_id = g.resource_id
      where g.resource_kind = 'room' and t.end_at > lower(g.during)
        and t.start_at < upper(g.during) and t.start_at > lower(g.during) - interval '4 hours')
    order by s.id
    for update of s) locked;
  if touched is null then
    return null;
  end if;
  update scheduling.slot s set free = true
  where s.id = any (touched)
    and not exists (select from scheduling.occupation o
      where o.resource_kind = 'practitioner' and o.resource_id = s.practitioner_id
        and o.during && tstzrange(s.start_at, s.end_at))
    and not exists (select from scheduling.occupation o
      where o.resource_kind = 'room' and o.resource_id = s.room_id
        and o.during && tstzrange(s.start_at, s.end_at));
  return null;
end $$;

create trigger slots_follow_new_occupations after insert on scheduling.occupation
  referencing new table as arrived for each statement execute function scheduling.slots_follow_new_occupations();
create trigger slots_follow_gone_occupations after delete on scheduling.occupation
  referencing old table as gone for each statement execute function scheduling.slots_follow_gone_occupations();
-- The flag follows rows that come and go; a row that changed its hours in place would escape it.
create function scheduling.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'an occupation is inserted or deleted, never changed';
end $$;
create trigger occupation_is_never_changed before update on scheduling.occupation
  for each row execute function scheduling.refuse_change();
-- A slot made where somebody is already busy is born taken.
create function scheduling.slot_is_born_true() returns trigger language plpgsql as $$
begin
  update scheduling.slot s set free = false
  from born b
  where s.id = b.id and (
    exists (select from scheduling.occupation o
      where o.resource_kind = 'practitioner' and o.resource_id = s.practitioner_id
        and o.during && tstzrange(s.start_at, s.end_at))
    or exists (select from scheduling.occupation o
      where o.resource_kind = 'room' and o.resource_id = s.room_id
        and o.during && tstzrange(s.start_at, s.end_at)));
  return null;
end $$;
create trigger slot_is_born_true after insert on scheduling.slot
  referencing new table as born for each statement execute function scheduling.slot_is_born_true();

-- A search that found nothing within reach: a need, without anybody's identity.
create table scheduling.unmet_search (
  id              bigint generated always as identity primary key,
  day             date not null,
  commune_code    text not null,
  service_code    text not null,
  within_minutes  smallint not null,
  nearest_minutes real
);
create index unmet_search_by_day on scheduling.unmet_search (day);
create view scheduling.published_unmet_search as
  select day, commune_code, service_code, within_minutes, nearest_minutes from scheduling.unmet_search;
