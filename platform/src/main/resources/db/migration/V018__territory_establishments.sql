-- Hospitals, emergency departments and perinatal centres: planners reckon with them, nobody books there. A place of
-- several kinds has a row for each. The code is the FINESS number or, where none is given, commune and name.
create table territory.establishment (
  kind         text not null check (kind in ('hospital', 'emergency-department', 'perinatal-centre')),
  code         text not null,
  finess       text check (finess ~ '^[0-9][0-9AB][0-9]{7}$'),
  name         text not null check (length(name) between 1 and 200),
  commune_code text not null references geo.commune on delete cascade,
  lat          double precision not null check (lat between -90 and 90),
  lon          double precision not null check (lon between -180 and 180),
  told_by      text not null check (told_by in ('register', 'list')),
  source       text not null,
  imported_at  timestamptz not null,
  primary key (kind, code)
);
create index establishment_by_commune on territory.establishment (commune_code);
create trigger establishments_make_an_edition after insert or update or delete or truncate on territory.establishment
  for each statement execute function territory.next_edition();
