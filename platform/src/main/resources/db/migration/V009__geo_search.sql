-- What people type of a postal code: every beginning of at least two digits finds the commune through an index.
create function geo.postal_prefixes(text[]) returns text[]
  language sql immutable strict parallel safe
  return (select coalesce(array_agg(distinct left(code, length)), '{}')
          from unnest($1) as code, generate_series(2, 5) as length);
drop index geo.commune_by_postal_code;
create index commune_by_postal_prefix on geo.commune using gin (geo.postal_prefixes(postal_codes));

create index commune_by_position on geo.commune (lat, lon);
