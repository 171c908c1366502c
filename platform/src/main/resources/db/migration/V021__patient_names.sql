-- Words of the names of the people whom an organisation knows, in the order in which a search shows them: a secretary
-- finds anybody among a million from three letters on. "rank": 0 birth name, 1 used name, 2 first names.
create table patient.name_word (
  organization_id uuid not null,
  rank            smallint not null,
  word            text collate "C" not null,
  plain_name      text collate "C" not null,
  patient_id      uuid not null,
  constraint word_stands_once_in_a_name primary key (organization_id, rank, word, plain_name, patient_id),
  constraint words_are_of_somebody_known foreign key (organization_id, patient_id)
    references patient.known_at (organization_id, patient_id) on delete cascade
);
create index name_word_by_patient on patient.name_word (patient_id);

-- Every word of a name under itself and under what is left when one of its letters is: two words that differ by one
-- letter more, less, other or two changed about have a variant in common.
create table patient.spelling (
  variant text collate "C" not null,
  word    text collate "C" not null,
  constraint spelling_stands_once primary key (variant, word)
);

create function patient.spellings(word text) returns setof text immutable strict parallel safe
  rows 10 language sql as $$
  select word
  union
  select left(word, n - 1) || substr(word, n + 1) from generate_series(1, length(word)) as n where length(word) >= 4
$$;

create function patient.words_of(ids uuid[]) returns void language sql as $$
  insert into patient.name_word (organization_id, rank, word, plain_name, patient_id)
  select k.organization_id, w.rank, w.word, p.plain_name, p.id
  from patient.patient p
  join patient.known_at k on k.patient_id = p.id
  cross join lateral (
    select 0 as rank, unnest(string_to_array(database.plain(p.birth_name), ' ')) as word
    union select 1, unnest(string_to_array(database.plain(p.used_name), ' '))
    union select 2, unnest(string_to_array(database.plain(p.first_names), ' '))) as w
  where p.id = any (ids) and w.word <> ''
  on conflict do nothing;
  insert into patient.spelling (variant, word)
  select patient.spellings(n.word), n.word
  from (select distinct word from patient.name_word where patient_id = any (ids)) as n
  where not exists (select from patient.spelling s where s.variant = n.word and s.word = n.word)
  on conflict do nothing;
$$;

create function patient.known_people_have_words() returns trigger language plpgsql as $$
declare
  ids uuid[] := (select array_agg(distinct patient_id) from arrived);
begin
  if ids is not null then
    perform patient.words_of(ids);
  end if;
  return null;
end $$;
create trigger known_people_have_words after insert on patient.known_at
  referencing new table as arrived for each statement execute function patient.known_people_have_words();

create function patient.words_follow_names() returns trigger language plpgsql as $$
begin
  delete from patient.name_word where patient_id = new.id;
  perform patient.words_of(array[new.id]);
  return null;
end $$;
create trigger words_follow_names after update of birth_name, used_name, first_names on patient.patient
  for each row execute function patient.words_follow_names();

select patient.words_of((select array_agg(distinct patient_id) from patient.known_at));
drop index patient.patient_by_name;
