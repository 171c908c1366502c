-- Which appointments their patients were reminded of, at which hour they then stood.
create table notice.reminded (
  appointment_id uuid not null references scheduling.appointment on delete cascade,
  start_at       timestamptz not null,
  constraint patient_is_reminded_once primary key (appointment_id, start_at)
);
create index reminded_by_age on notice.reminded (start_at);
