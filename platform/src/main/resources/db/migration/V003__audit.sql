create schema audit;

-- Append-only: who did what to whose data, why, when and from where.
create table audit.trace (
  id              bigint generated always as identity primary key,
  at              timestamptz not null default clock_timestamp(),
  account_id      uuid,
  role            text not null,
  organization_id uuid,
  act             text not null,
  subject_kind    text not null,
  subject_ids     uuid[] not null,
  reason          text,
  address         text
);
create index trace_by_subject on audit.trace using gin (subject_ids);
create index trace_by_time on audit.trace (at);

create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trace is append-only';
end $$;
create trigger trace_is_append_only before update or delete on audit.trace
  for each row execute function audit.refuse();
create trigger trace_is_never_truncated before truncate on audit.trace
  for each statement execute function audit.refuse();
