create schema cpts;

-- A community that somebody coordinates here. Its name is that of its organisation; its sites and communes stand in
-- directory (cpts_site, cpts_commune), where others read them.
create table cpts.coordinator (
  cpts_id    uuid not null references directory.organization,
  account_id uuid not null,
  primary key (cpts_id, account_id)
);

-- Every invitation and what became of it: a site belongs to the community while it is a member.
create table cpts.membership (
  id          uuid primary key,
  cpts_id     uuid not null references directory.organization,
  site_id     uuid not null references directory.site,
  state       text not null check (state in ('invited', 'member', 'declined', 'left', 'withdrawn')),
  invited_at  timestamptz not null,
  answered_at timestamptz,
  ended_at    timestamptz
);
create unique index site_is_invited_once_at_a_time on cpts.membership (cpts_id, site_id)
  where state in ('invited', 'member');
create index membership_of_site on cpts.membership (site_id);
