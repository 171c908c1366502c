-- The order in which transactions began tells which of them may still bring a trace: what the sealer waits for.
alter table audit.trace add column xid xid8 not null default pg_current_xact_id();
create index trace_by_transaction on audit.trace (xid);

-- The chain over committed traces: each hash is made of the one before and of the whole trace.
create table audit.link (
  position bigint primary key check (position >= 1),
  trace_id bigint not null unique,
  hash     bytea not null check (octet_length(hash) = 32)
);
create trigger link_is_append_only before update or delete on audit.link
  for each row execute function audit.refuse();
create trigger link_is_never_truncated before truncate on audit.link
  for each statement execute function audit.refuse();

-- Every trace of a transaction before this one is in the chain.
create table audit.sealed_before (
  xid  xid8 not null,
  one boolean primary key default true check (one)
);
insert into audit.sealed_before (xid) values ('0');
