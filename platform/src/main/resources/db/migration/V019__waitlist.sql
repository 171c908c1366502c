create schema waitlist;

-- Somebody who has an hour and would come earlier.
create table waitlist.wish (
  id              uuid primary key default gen_random_uuid(),
  appointment_id  uuid not null references scheduling.appointment on delete cascade,
  patient_id      uuid not null references patient.patient on delete cascade,
  site_id         uuid not null references directory.site,
  service_code    text not null,
  mode            text not null,
  practitioner_id uuid references directory.practitioner,
  notice_minutes  int not null check (notice_minutes between 30 and 10080),
  earlier_than    timestamptz not null,
  urgency         smallint not null default 0 check (urgency between 0 and 3),
  asked_at        timestamptz not null,
  constraint appointment_waits_once unique (appointment_id)
);
create index wish_in_its_turn on waitlist.wish (site_id, service_code, urgency desc, asked_at, id);
create index wish_by_end on waitlist.wish (earlier_than);

-- An hour that has come free, until it has been offered to whoever waits for it; "hold_id" still keeps it when somebody
-- was asked who does not want it.
create table waitlist.freed (
  slot_id  uuid primary key references scheduling.slot on delete cascade,
  hold_id  uuid,
  freed_at timestamptz not null
);

create table waitlist.offer (
  id         uuid primary key default gen_random_uuid(),
  wish_id    uuid not null references waitlist.wish on delete cascade,
  slot_id    uuid not null references scheduling.slot on delete cascade,
  hold_id    uuid not null,
  state      text not null check (state in ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')),
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  constraint nobody_is_told_twice unique (wish_id, slot_id)
);
create unique index slot_is_offered_to_one_at_a_time on waitlist.offer (slot_id) where state = 'open';
create unique index person_has_one_offer_at_a_time on waitlist.offer (wish_id) where state = 'open';
create index offer_to_end on waitlist.offer (expires_at) where state = 'open';
