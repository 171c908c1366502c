-- A region has half a million pairs: checked one by one by foreign keys they take longer to write than to compute.
-- Rows are written from communes and places just read in the same transaction, and leave with them below.
alter table geo.travel
  drop constraint travel_origin_code_fkey,
  drop constraint travel_place_id_fkey,
  drop constraint travel_pkey,
  add primary key (place_id, origin_code);
drop index geo.travel_by_place;

create function geo.travel_leaves_with_place() returns trigger language plpgsql as $$
begin
  delete from geo.travel t using gone g where t.place_id = g.id;
  return null;
end $$;
create trigger travel_leaves_with_place after delete on geo.place
  referencing old table as gone for each statement execute function geo.travel_leaves_with_place();

create function geo.travel_leaves_with_commune() returns trigger language plpgsql as $$
begin
  delete from geo.travel t using gone g where t.origin_code = g.code;
  return null;
end $$;
create trigger travel_leaves_with_commune after delete on geo.commune
  referencing old table as gone for each statement execute function geo.travel_leaves_with_commune();
