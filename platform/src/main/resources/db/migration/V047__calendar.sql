create schema calendar;

-- The address at which a practitioner's own calendar reads her agenda. Only its hash is kept; a new one replaces the old.
create table calendar.feed (
  practitioner_id uuid primary key references directory.practitioner on delete cascade,
  hash            bytea not null unique,
  detail          text not null check (detail in ('busy', 'reason', 'name')),
  language        text not null check (language in ('fr', 'en')),
  made_at         timestamptz not null,
  read_at         timestamptz,
  read_by         text check (length(read_by) <= 60)
);

-- A calendar elsewhere that a practitioner follows. What it says of each event is never kept, only its hours.
create table calendar.subscription (
  id              uuid primary key,
  practitioner_id uuid not null references directory.practitioner on delete cascade,
  label           text not null check (length(label) between 1 and 60),
  url             text not null check (length(url) <= 2000),
  created_at      timestamptz not null,
  next_try_at     timestamptz not null,
  version         text,
  modified        text,
  read_on         date,
  good_at         timestamptz,
  tried_at        timestamptz,
  events          int not null default 0,
  unreadable      int not null default 0,
  failure         text,
  failing_since   timestamptz,
  told_at         timestamptz,
  constraint failure_has_a_beginning check ((failure is null) = (failing_since is null)),
  constraint calendar_is_followed_once unique (practitioner_id, url)
);
create index subscription_due on calendar.subscription (next_try_at);

-- Hours that overlap are one.
create table calendar.busy_time (
  subscription_id uuid not null references calendar.subscription on delete cascade,
  start_at        timestamptz not null,
  end_at          timestamptz not null,
  constraint busy_time_ends_after_it_starts check (end_at > start_at),
  primary key (subscription_id, start_at)
);
