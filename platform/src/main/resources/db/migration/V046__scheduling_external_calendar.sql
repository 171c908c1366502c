-- Hours that a calendar elsewhere takes. The row's appointment_id is then the practitioner's own id: one cause for all of
-- her calendars, whose hours may overlap.
alter table scheduling.occupation drop constraint occupation_cause_check;
alter table scheduling.occupation add constraint occupation_cause_check
  check (cause in ('appointment', 'block', 'external-calendar'));

create index appointment_cancelled_of_practitioner on scheduling.appointment (practitioner_id, start_at)
  where status = 'cancelled';
create index participant_of_resource on scheduling.participant (resource_id);

-- What stands in an agenda, for calendars elsewhere: what is booked or was cancelled, as first or second professional,
-- and blocked time. One branch for each index.
create view scheduling.published_entry as
  select id, practitioner_id, site_id, service_code, reason_code, start_at, end_at, false as cancelled, sequence,
    patient_id, status in ('booked', 'arrived', 'in-consultation') as active, greatest(created_at, booked_at) as changed_at
  from scheduling.appointment
  where status not in ('held', 'expired', 'cancelled') and status <> 'awaiting-code'
  union all
  select id, practitioner_id, site_id, service_code, reason_code, start_at, end_at, true, sequence,
    patient_id, false, greatest(created_at, booked_at, ended_at)
  from scheduling.appointment
  where status = 'cancelled'
  union all
  select a.id, p.resource_id, a.site_id, a.service_code, a.reason_code, a.start_at, a.end_at, false, a.sequence,
    a.patient_id, a.status in ('booked', 'arrived', 'in-consultation'), greatest(a.created_at, a.booked_at)
  from scheduling.participant p join scheduling.appointment a on a.id = p.appointment_id
  where p.kind = 'practitioner' and a.status not in ('held', 'expired', 'cancelled') and a.status <> 'awaiting-code'
  union all
  select id, practitioner_id, site_id, null, null, start_at, end_at, released_at is not null,
    case when released_at is null then 0 else 1 end, null, false, coalesce(released_at, start_at)
  from scheduling.blocked_time;
