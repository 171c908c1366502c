create schema planning;

-- The territory as somebody imagines it: changes by name and place, no person. The token opens it to whoever has the link.
create table planning.scenario (
  id         uuid primary key default gen_random_uuid(),
  token      text not null unique,
  name       text not null check (length(name) between 1 and 120),
  area       text not null,
  changes    jsonb not null check (jsonb_typeof(changes) = 'array'),
  created_at timestamptz not null,
  created_by uuid
);
