-- What takes any of these resources in a period. The kinds stand apart because each has the index of its own exclusion
-- constraint: asked for all at once, every occupation of every year would be read. Written so that it is inlined.
create function scheduling.occupied(resources uuid[], period tstzrange) returns setof scheduling.occupation
language sql stable parallel safe as $$
  select o.* from (select distinct id from unnest(resources) as id) as r cross join lateral (
    select * from scheduling.occupation p
    where p.resource_kind = 'practitioner' and p.resource_id = r.id and p.during && period
    union all
    select * from scheduling.occupation p
    where p.resource_kind = 'room' and p.resource_id = r.id and p.during && period
    union all
    select * from scheduling.occupation p
    where p.resource_kind = 'patient' and p.resource_id = r.id and p.during && period
    union all
    select * from scheduling.occupation p
    where p.resource_kind = 'equipment' and p.resource_id = r.id and p.during && period) as o
$$;
