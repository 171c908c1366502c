-- A regulator of the SAS books wherever a slot is shown to her: her role is given at no place.
alter table account.role_grant drop constraint role_grant_role_check;
alter table account.role_grant add constraint role_is_known check (role in
  ('secretary', 'practitioner', 'host', 'coordinator', 'planner', 'auditor', 'administrator', 'regulator'));
alter table account.role_grant drop constraint role_is_given_somewhere;
alter table account.role_grant add constraint role_is_given_somewhere check
  (role in ('administrator', 'regulator') or organization_id is not null or site_id is not null);
