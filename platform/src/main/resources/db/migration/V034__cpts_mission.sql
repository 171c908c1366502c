-- What a community does under its agreement, and what else it chose to do.
create table cpts.mission (
  id      uuid primary key,
  cpts_id uuid not null references directory.organization,
  kind    text not null check (kind in
            ('medecin-traitant', 'unscheduled', 'pathways', 'prevention', 'crisis', 'quality', 'support', 'other')),
  title   text not null check (length(title) between 1 and 160),
  owner   text not null check (length(owner) <= 120),
  starts  date,
  ends    date,
  state   text not null check (state in ('planned', 'under-way', 'done', 'stopped')),
  note    text not null check (length(note) <= 2000),
  added_at timestamptz not null,
  constraint mission_ends_after_it_starts check (ends >= starts)
);
create index mission_of_community on cpts.mission (cpts_id, added_at);
