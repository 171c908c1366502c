-- Two records of one person. The one that goes stays, hidden, with who it is now: "merged_into". Whatever still means it
-- (a page that was open, a booking that was waiting) reaches the one that stays, by the triggers below.
alter table patient.patient add column merged_into uuid references patient.patient,
  add constraint nobody_is_merged_into_herself check (merged_into <> id);
create index patient_by_merged_into on patient.patient (merged_into) where merged_into is not null;
create index patient_by_age on patient.patient (created_at desc, id desc);

-- One merge, with what is needed to take it back exactly: the traits of the one that stays before and after, and in
-- merge_link every row that was moved, "was" as its module wrote it.
create table patient.merge (
  id          uuid primary key,
  kept_id     uuid not null references patient.patient,
  gone_id     uuid not null references patient.patient,
  merged_by   uuid not null,
  merged_at   timestamptz not null,
  number      bigint generated always as identity,
  kept_before jsonb not null,
  kept_after  jsonb,
  undone_at   timestamptz
);
create index merge_by_kept on patient.merge (kept_id);
create index merge_by_gone on patient.merge (gone_id);
create table patient.merge_link (
  merge_id uuid not null references patient.merge on delete cascade,
  module   text not null,
  kind     text not null,
  row_id   uuid not null,
  was      text not null,
  primary key (merge_id, module, kind, row_id)
);

-- Alike, and two people: somebody looked, and they are not proposed again.
create table patient.distinct_pair (
  one_id     uuid not null references patient.patient on delete cascade,
  other_id   uuid not null references patient.patient on delete cascade,
  said_by    uuid not null,
  said_at    timestamptz not null,
  primary key (one_id, other_id),
  constraint pair_is_told_in_one_order check (one_id < other_id)
);
create index distinct_pair_by_other on patient.distinct_pair (other_id);

-- A word in common, or one letter apart; words of one or two letters (le, de) are in too many names to say anything.
create function patient.are_alike(one text, other text) returns boolean immutable parallel safe language sql as $$
  select database.plain(one) = database.plain(other) or exists (
    select from unnest(string_to_array(database.plain(one), ' ')) as a (word),
      unnest(string_to_array(database.plain(other), ' ')) as b (word)
    where length(a.word) > 2 and length(b.word) > 2 and (a.word = b.word
      or exists (select patient.spellings(a.word) intersect select patient.spellings(b.word))))
$$;

-- One digit apart, or day and month changed about.
create function patient.are_dates_near(one date, other date) returns boolean immutable parallel safe language sql as $$
  select one <> other and (
    (select count(*) = 1 from generate_series(0, 7) as n
      where (extract(year from one) * 10000 + extract(month from one) * 100 + extract(day from one))::int / (10 ^ n)::int % 10
        <> (extract(year from other) * 10000 + extract(month from other) * 100 + extract(day from other))::int
          / (10 ^ n)::int % 10)
    or (extract(year from one) = extract(year from other) and extract(month from one) = extract(day from other)
      and extract(day from one) = extract(month from other)))
$$;

-- Who somebody is now. Waits for a merge that has her, as the foreign keys do, and then reads afresh.
create function patient.standing(who uuid) returns uuid language plpgsql as $$
declare
  kept uuid;
begin
  loop
    select merged_into into kept from patient.patient where id = who for key share;
    exit when kept is null;
    who := kept;
  end loop;
  return who;
end $$;

create function patient.follow_who_was_merged() returns trigger language plpgsql as $$
begin
  new.patient_id := patient.standing(new.patient_id);
  return new;
end $$;
create trigger known_follow_who_was_merged before insert on patient.known_at
  for each row execute function patient.follow_who_was_merged();
create trigger wishes_follow_who_was_merged before insert or update of patient_id on waitlist.wish
  for each row execute function patient.follow_who_was_merged();
create trigger residents_follow_who_was_merged before insert or update of patient_id on visit.resident
  for each row execute function patient.follow_who_was_merged();
create trigger requests_follow_who_was_merged before insert or update of patient_id on registration.request
  for each row execute function patient.follow_who_was_merged();
create trigger registrations_follow_who_was_merged before insert or update of patient_id on registration.registration
  for each row execute function patient.follow_who_was_merged();

-- An appointment made at the desk occupies its patient under her own id: both follow.
create function scheduling.appointments_follow_who_was_merged() returns trigger language plpgsql as $$
declare
  stands uuid := patient.standing(new.patient_id);
begin
  if new.person_key = new.patient_id then
    new.person_key := stands;
  end if;
  new.patient_id := stands;
  return new;
end $$;
create trigger appointments_follow_who_was_merged before insert or update of patient_id on scheduling.appointment
  for each row when (new.patient_id is not null) execute function scheduling.appointments_follow_who_was_merged();
create function scheduling.occupations_follow_who_was_merged() returns trigger language plpgsql as $$
begin
  new.resource_id := patient.standing(new.resource_id);
  return new;
end $$;
create trigger occupations_follow_who_was_merged before insert on scheduling.occupation
  for each row when (new.resource_kind = 'patient') execute function scheduling.occupations_follow_who_was_merged();
