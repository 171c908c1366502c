create schema notice;

-- The outbox: written in the transaction of the act that it tells about, emptied by the sender.
create table notice.message (
  id             bigint generated always as identity primary key,
  purpose        text not null,
  appointment_id uuid,
  channel        text not null check (channel in ('email', 'sms')),
  recipient      text not null,
  subject        text not null,
  body           text,
  code           text,
  calendar       text,
  status         text not null default 'queued' check (status in ('queued', 'sent', 'refused', 'failed', 'kept')),
  attempts       smallint not null default 0,
  next_try_at    timestamptz not null default now(),
  created_at     timestamptz not null default now(),
  sent_at        timestamptz,
  failure        text
);
create index message_to_send on notice.message (next_try_at) where status = 'queued';
create index message_by_recipient on notice.message (recipient, created_at);
create index message_by_age on notice.message (created_at);
