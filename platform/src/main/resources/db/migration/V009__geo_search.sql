-- Every write of communes makes a new edition: a node that holds them in memory reads them again.
create table geo.commune_edition (
  only_row boolean primary key default true check (only_row),
  edition  bigint not null
);
insert into geo.commune_edition (edition) values (1);
create function geo.next_commune_edition() returns trigger language plpgsql as $$
begin
  update geo.commune_edition set edition = edition + 1;
  return null;
end $$;
create trigger communes_make_an_edition after insert or update or delete or truncate on geo.commune
  for each statement execute function geo.next_commune_edition();

create index commune_by_position on geo.commune (lat, lon);
