-- Free slots that everybody is shown. Whoever asks adds what the public search does too: to come, and open by now.
create view scheduling.published_free_slot as
  select id, practitioner_id, site_id, service_code, mode, start_at, end_at, bookable_from
  from scheduling.slot where free and online;

-- Which practitioner gives the public which consultation at which site, how long it takes and until when.
create view scheduling.published_agenda as
  select practitioner_id, site_id, service_code, slot_minutes, valid_until
  from scheduling.availability_rule where online;
