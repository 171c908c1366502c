-- What agendas offer, for those who measure access: nobody's appointment, only when somebody receives where.
create view scheduling.published_offer as
  select practitioner_id, site_id, service_code, mode, start_at, free and online as bookable, bookable_from
  from scheduling.slot;
