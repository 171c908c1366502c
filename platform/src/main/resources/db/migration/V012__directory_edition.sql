-- As geo.edition, for sites, what they offer, when and by whom.
create table directory.edition (
  only_row boolean primary key default true check (only_row),
  edition  bigint not null,
  writer   xid8
);
insert into directory.edition (edition) values (1);
create view directory.published_edition as select edition from directory.edition;
create function directory.next_edition() returns trigger language plpgsql as $$
begin
  update directory.edition set edition = edition + 1, writer = pg_current_xact_id()
  where writer is distinct from pg_current_xact_id();
  return null;
end $$;
create trigger sites_make_an_edition after insert or update or delete or truncate on directory.site
  for each statement execute function directory.next_edition();
create trigger site_services_make_an_edition after insert or update or delete or truncate on directory.site_service
  for each statement execute function directory.next_edition();
create trigger opening_hours_make_an_edition after insert or update or delete or truncate on directory.opening_hours
  for each statement execute function directory.next_edition();
create trigger roles_make_an_edition after insert or update or delete or truncate on directory.practitioner_role
  for each statement execute function directory.next_edition();
create trigger cpts_communes_make_an_edition after insert or update or delete or truncate on directory.cpts_commune
  for each statement execute function directory.next_edition();
