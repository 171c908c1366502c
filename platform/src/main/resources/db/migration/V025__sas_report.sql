-- What the national platform is told of the appointments that its regulators made (INT_R03): when, with whom, by which
-- regulator, and what became of it. Never who the patient is.
create table sas.booking (
  appointment_id uuid primary key,
  kind           text not null check (kind in ('national', 'platform')),
  number         text not null,
  created_at     timestamptz not null
);

-- The outbox: written in the transaction of the act that it tells about, emptied by the sender, in order for each
-- appointment.
create table sas.report (
  id             bigint generated always as identity primary key,
  appointment_id uuid not null references sas.booking,
  method         text not null check (method in ('POST', 'PUT')),
  body           text not null,
  status         text not null default 'queued' check (status in ('queued', 'sent', 'refused', 'failed', 'kept')),
  attempts       smallint not null default 0,
  next_try_at    timestamptz not null,
  created_at     timestamptz not null,
  sent_at        timestamptz,
  failure        text
);
create index report_to_send on sas.report (next_try_at) where status = 'queued';
create index report_of_appointment on sas.report (appointment_id, id);

-- For the administrator.
create view sas.published_report as
  select id, status, attempts, created_at, next_try_at, sent_at, failure from sas.report;
