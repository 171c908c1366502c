create schema upkeep;

-- The register of cleaning and sterilisation. An entry is never changed: a correction is a new one that names what it
-- corrects.
create table upkeep.entry (
  id          uuid primary key default gen_random_uuid(),
  site_id     uuid not null references directory.site,
  room_id     uuid references directory.room on delete set null,
  place       text not null check (length(place) between 1 and 120),
  kind        text not null check (kind in ('cleaning', 'sterilisation')),
  done_at     timestamptz not null,
  load_number text check (length(load_number) between 1 and 40),
  programme   text check (length(programme) <= 80),
  temperature text check (length(temperature) <= 40),
  pressure    text check (length(pressure) <= 40),
  plateau     text check (length(plateau) <= 40),
  result      text not null check (result in ('good', 'bad', 'pending')),
  note        text check (length(note) <= 300),
  corrects    uuid references upkeep.entry,
  why         text check (length(why) between 1 and 200),
  entered_by  text not null,
  entered_at  timestamptz not null,
  constraint a_cycle_bears_a_load_number check (kind <> 'sterilisation' or load_number is not null),
  constraint a_correction_says_why check ((corrects is null) = (why is null)),
  constraint an_entry_is_corrected_once unique (corrects)
);
create index entry_of_month on upkeep.entry (site_id, done_at);

create function upkeep.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'an entry of the register is never changed: correct it by a new one';
end $$;
create trigger entry_is_never_changed before update of site_id, kind, done_at, load_number, programme, temperature,
  pressure, plateau, result, note, corrects, why, entered_by, entered_at or delete on upkeep.entry
  for each row execute function upkeep.refuse_change();

-- A room that nobody may receive in: broken, being repainted.
create table upkeep.out_of_order (
  id        uuid primary key default gen_random_uuid(),
  site_id   uuid not null references directory.site,
  room_id   uuid not null references directory.room on delete cascade,
  first_day date not null,
  last_day  date not null,
  reason    text not null check (length(reason) between 1 and 200),
  said_by   text not null,
  said_at   timestamptz not null,
  ended_at  timestamptz,
  constraint it_ends_no_earlier_than_it_starts check (last_day >= first_day)
);
create index out_of_order_at_site on upkeep.out_of_order (site_id, last_day) where ended_at is null;
