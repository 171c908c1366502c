-- Who is shown the free slots of a rule besides the public ("online") and the secretaries of the site, with the codes of
-- the national list of slot types (TRE_R314): every professional (pro), those who steer unscheduled care (snp), the CPTS
-- that it is offered to (cpts).
alter table scheduling.availability_rule
  add column shown_to text[] not null default '{}' check (shown_to <@ '{pro,snp,cpts}'::text[]);
update scheduling.availability_rule set shown_to = '{snp}' where online and kind = 'unscheduled';

-- The CPTS whose regulators are shown the slots of a rule.
create table scheduling.rule_offered_to (
  rule_id uuid not null references scheduling.availability_rule on delete cascade,
  cpts_id uuid not null references directory.organization,
  primary key (rule_id, cpts_id)
);

-- What is free with some practitioners on some days, whoever may see it: slot_of_practitioner holds the taken ones too.
create index slot_free_of_practitioner on scheduling.slot (practitioner_id, start_at) where free;
