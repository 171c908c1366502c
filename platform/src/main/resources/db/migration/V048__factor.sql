create schema factor;

-- What proves beside a password that it is her. The accounts are those of account.account, which uses this module.

-- The secret of an authenticator app, encrypted with the key of the data folder; a code opens once.
create table factor.authenticator (
  account_id uuid primary key,
  secret     bytea not null,
  last_step  bigint not null,
  set_at     timestamptz not null
);

-- Ten codes on paper for the day the phone is lost. Only their hashes are kept.
create table factor.recovery_code (
  account_id uuid not null,
  hash       bytea not null,
  used_at    timestamptz,
  primary key (account_id, hash)
);
