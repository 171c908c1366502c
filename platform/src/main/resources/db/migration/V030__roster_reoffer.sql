-- A practitioner falls ill: her day is offered to be moved, in one act.
create table roster.recall (
  id              uuid primary key default gen_random_uuid(),
  organization_id uuid not null references directory.organization,
  practitioner_id uuid not null references directory.practitioner,
  absence_id      uuid not null,
  start_at        timestamptz not null,
  end_at          timestamptz not null,
  recalled_by     text not null,
  recalled_at     timestamptz not null,
  undone_at       timestamptz,
  constraint recall_ends_after_it_starts check (end_at > start_at)
);
create index recall_of_organization on roster.recall (organization_id, recalled_at desc);

-- One appointment to be moved. It stands until somebody takes another hour for it.
create table roster.reoffer (
  id             uuid primary key default gen_random_uuid(),
  recall_id      uuid not null references roster.recall on delete cascade,
  appointment_id uuid not null references scheduling.appointment on delete cascade,
  was_at         timestamptz not null,
  state          text not null check (state in ('asked', 'unreached', 'moved', 'call', 'cancelled', 'kept')),
  told_at        timestamptz,
  answered_at    timestamptz,
  constraint appointment_is_recalled_once unique (recall_id, appointment_id)
);
create unique index appointment_has_one_open_reoffer on roster.reoffer (appointment_id)
  where state in ('asked', 'unreached', 'call');

-- The hours proposed for it; they are kept for nobody until they are taken.
create table roster.reoffered_hour (
  reoffer_id uuid not null references roster.reoffer on delete cascade,
  slot_id    uuid not null references scheduling.slot on delete cascade,
  rank       smallint not null check (rank between 1 and 3),
  primary key (reoffer_id, slot_id)
);
