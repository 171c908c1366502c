-- An import leaves thousands of entries in the waiting list of a GIN index, and every search would read them all.
alter index geo.commune_by_name set (fastupdate = off);
alter index geo.commune_by_postal_prefix set (fastupdate = off);

-- What a mistyped name may mean. At the usual threshold (0.3) "saint etiene" would look at every Saint of the country.
create function geo.alike(text, int) returns setof geo.commune
  language sql stable set pg_trgm.similarity_threshold = 0.45 as $$
  select * from geo.commune
  where plain_name % $1
  order by similarity(plain_name, $1) + ln(1 + population) / 60 desc, district_of is not null, code
  limit $2
$$;
