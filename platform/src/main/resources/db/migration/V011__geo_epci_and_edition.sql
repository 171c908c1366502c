-- The public body for cooperation that a commune belongs to (EPCI), where the file of communes names it.
create table geo.epci (
  code text primary key check (code ~ '^[0-9]{9}$'),
  name text not null
);
create table geo.commune_epci (
  commune_code text primary key references geo.commune on delete cascade,
  epci_code    text not null references geo.epci
);
create index commune_epci_by_epci on geo.commune_epci (epci_code);

-- Every transaction that changes who lives where, what stands where or the minutes between makes one new edition, so
-- that what was computed from them knows when it is old. One row a transaction and not one a statement: an import of
-- places writes a statement for each.
create table geo.edition (
  only_row boolean primary key default true check (only_row),
  edition  bigint not null,
  writer   xid8
);
insert into geo.edition (edition) values (1);
create view geo.published_edition as select edition from geo.edition;
create function geo.next_edition() returns trigger language plpgsql as $$
begin
  update geo.edition set edition = edition + 1, writer = pg_current_xact_id()
  where writer is distinct from pg_current_xact_id();
  return null;
end $$;
create trigger communes_make_an_edition_of_all after insert or update or delete or truncate on geo.commune
  for each statement execute function geo.next_edition();
create trigger epcis_make_an_edition after insert or update or delete or truncate on geo.epci
  for each statement execute function geo.next_edition();
create trigger commune_epcis_make_an_edition after insert or update or delete or truncate on geo.commune_epci
  for each statement execute function geo.next_edition();
create trigger places_make_an_edition after insert or update or delete or truncate on geo.place
  for each statement execute function geo.next_edition();
create trigger travels_make_an_edition after insert or update or delete or truncate on geo.travel
  for each statement execute function geo.next_edition();
