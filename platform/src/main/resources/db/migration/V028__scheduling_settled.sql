-- At the end of a day everybody has an answer: why somebody was not seen (null when nobody said), where the appointment stood
-- before, so that the answer can be taken back, and whether it was: the rule of a site then leaves it alone.
alter table scheduling.appointment
  add column missed_reason text check (missed_reason in ('absent', 'late-cancellation', 'left', 'automatic')),
  add column settled_from text check (settled_from in ('booked', 'arrived', 'in-consultation')),
  add column spared boolean not null default false;

create function scheduling.forget_settlement() returns trigger language plpgsql as $$
begin
  new.missed_reason := null;
  new.settled_from := null;
  return new;
end $$;
create trigger settlement_ends_with_its_status before update of status on scheduling.appointment
  for each row when (new.status not in ('done', 'no-show') and old.status in ('done', 'no-show'))
  execute function scheduling.forget_settlement();

create index appointment_missed on scheduling.appointment (patient_id, start_at) where status = 'no-show';
