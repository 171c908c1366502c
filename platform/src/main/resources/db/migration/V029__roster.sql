create schema roster;

-- How often the agenda of a practitioner or of a site was changed: whoever looked at an older one is told, not overwritten.
create table roster.edition (
  subject_id uuid primary key,
  edition    int not null
);

-- Every change of an agenda, with what would take it back. Both are kept as they were written: rules that are gone by now
-- stand in them.
create table roster.rule_change (
  id         uuid primary key default gen_random_uuid(),
  subject_id uuid not null,
  edition    int not null,
  kind       text not null check (kind in
               ('add', 'change', 'day', 'end', 'resume', 'away', 'back', 'close', 'reopen', 'holidays', 'room', 'undo')),
  done       jsonb not null,
  inverse    jsonb not null,
  moved      int not null default 0 check (moved >= 0),
  stayed     int not null default 0 check (stayed >= 0),
  changed_by text not null,
  changed_at timestamptz not null,
  constraint an_edition_is_made_once unique (subject_id, edition)
);
