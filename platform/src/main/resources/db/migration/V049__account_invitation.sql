-- Where an account is told what was changed in it, and when somebody last signed in with it.
alter table account.account add column email text check (length(email) <= 254);
alter table account.account add column signed_in_at timestamptz;

-- An account waits for its owner: a link sent by mail lets her choose her password, once.
create table account.invitation (
  account_id uuid primary key references account.account on delete cascade,
  hash       bytea not null unique,
  expires_at timestamptz not null,
  used_at    timestamptz
);
