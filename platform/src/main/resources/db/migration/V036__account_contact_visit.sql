-- Somebody without an account who sees all her appointments: opened by a code sent to her contact, from one browser alone.
-- A code opens once, so that going back in a shared browser opens nothing after she has left.
create table account.contact_visit (
  proof_id  uuid primary key,
  hash      bytea not null unique,
  channel   text not null check (channel in ('email', 'sms')),
  contact   text not null check (length(contact) <= 254),
  asked_at  timestamptz not null,
  opened_at timestamptz,
  seen_at   timestamptz,
  ended_at  timestamptz,
  constraint visit_that_opened_was_seen check ((opened_at is null) = (seen_at is null))
);
create index contact_visit_of_contact on account.contact_visit (contact, asked_at);
create index contact_visit_by_age on account.contact_visit (asked_at);

-- What a contact booked is listed with what was cancelled, which the index that counts those ahead leaves out.
create index appointment_booked_with on scheduling.appointment (contact_key, start_at) where contact_key is not null;
