-- What other software booked says so. Its patients are told as those of the desk are.
alter table scheduling.appointment drop constraint appointment_origin_check,
  add constraint appointment_origin_check check (origin in ('public', 'secretary', 'demo', 'client'));
alter table patient.patient drop constraint patient_origin_check,
  add constraint patient_origin_check check (origin in ('public', 'secretary', 'demo', 'client'));

-- Which state of an appointment somebody has seen, and since when it stands. Kept by the database, so that no act can
-- forget it.
alter table scheduling.appointment
  add column version int not null default 1,
  add column changed_at timestamptz not null default now();
create function scheduling.appointment_changes() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  new.changed_at := now();
  return new;
end $$;
create trigger appointment_has_a_version before update on scheduling.appointment
  for each row execute function scheduling.appointment_changes();
create index appointment_changed on scheduling.appointment (site_id, changed_at)
  where status not in ('held', 'awaiting-code', 'expired');
create index appointment_told on scheduling.appointment (site_id, start_at, id)
  where status not in ('held', 'awaiting-code', 'expired');
