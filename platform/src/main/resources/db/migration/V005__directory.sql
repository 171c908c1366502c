create schema directory;

create table directory.organization (
  id     uuid primary key default gen_random_uuid(),
  name   text not null,
  kind   text not null check (kind in ('msp', 'health-centre', 'municipality', 'cpts', 'gip', 'other')),
  finess text unique check (finess ~ '^[0-9AB]{9}$'),
  siret  text check (siret ~ '^[0-9]{14}$'),
  phone  text,
  origin text not null check (origin in ('demo', 'import', 'local'))
);

create table directory.service (
  code       text primary key,
  profession text not null,
  name_fr    text not null,
  name_en    text not null,
  position   smallint not null,
  room_kinds text[] not null
);

create table directory.reason (
  service_code text not null references directory.service,
  code         text not null,
  name_fr      text not null,
  name_en      text not null,
  minutes      smallint not null check (minutes between 5 and 240),
  position     smallint not null,
  primary key (service_code, code)
);

-- FHIR Location of physical type "site": health house, health centre, booth, antenna.
create table directory.site (
  id                  uuid primary key default gen_random_uuid(),
  organization_id     uuid not null references directory.organization,
  name                text not null,
  kind                text not null check (kind in ('msp', 'health-centre', 'booth', 'antenna')),
  finess              text unique check (finess ~ '^[0-9AB]{9}$'),
  address_line        text,
  postal_code         text,
  commune_code        text not null references geo.commune,
  city                text not null,
  lat                 double precision not null,
  lon                 double precision not null,
  phone               text,
  wheelchair          boolean,
  parking             boolean,
  public_transport    text,
  opens_on_holidays   boolean not null default false,
  cancel_cutoff_hours smallint not null default 24 check (cancel_cutoff_hours between 0 and 168),
  origin              text not null check (origin in ('demo', 'import', 'local'))
);
create index site_by_organization on directory.site (organization_id);
create index site_by_commune on directory.site (commune_code);

create table directory.opening_hours (
  site_id uuid not null references directory.site on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  opens   time not null,
  closes  time not null,
  constraint site_closes_after_it_opens check (closes > opens),
  primary key (site_id, weekday, opens)
);

create table directory.closure (
  id        uuid primary key default gen_random_uuid(),
  site_id   uuid not null references directory.site on delete cascade,
  first_day date not null,
  last_day  date not null,
  reason    text not null,
  constraint closure_ends_after_it_starts check (last_day >= first_day)
);
create index closure_by_site on directory.closure (site_id);

create table directory.room (
  id       uuid primary key default gen_random_uuid(),
  site_id  uuid not null references directory.site on delete cascade,
  name     text not null,
  kind     text not null check (kind in ('consulting', 'physiotherapy', 'sterilisation', 'meeting', 'staff', 'booth')),
  position smallint not null default 0
);
create index room_by_site on directory.room (site_id);

create table directory.equipment (
  id      uuid primary key default gen_random_uuid(),
  site_id uuid not null references directory.site on delete cascade,
  room_id uuid references directory.room on delete set null,
  name    text not null,
  kind    text not null
);
create index equipment_by_site on directory.equipment (site_id);

create table directory.practitioner (
  id                uuid primary key default gen_random_uuid(),
  rpps              text unique check (rpps ~ '^[0-9]{11}$'),
  family_name       text not null,
  given_name        text not null,
  gender            text not null check (gender in ('female', 'male', 'unknown')),
  profession        text not null,
  specialty         text,
  languages         text[] not null default '{fr}',
  advanced_practice boolean not null default false,
  origin            text not null check (origin in ('demo', 'import', 'local'))
);

create table directory.practitioner_role (
  id                    uuid primary key default gen_random_uuid(),
  practitioner_id       uuid not null references directory.practitioner on delete cascade,
  site_id               uuid not null references directory.site on delete cascade,
  accepts_new_patients  boolean not null default true,
  accepts_registrations boolean not null default false,
  position              smallint not null default 0,
  constraint practitioner_has_one_role_per_site unique (practitioner_id, site_id)
);
create index practitioner_role_by_site on directory.practitioner_role (site_id);

-- FHIR HealthcareService: a service given at a site.
create table directory.site_service (
  site_id      uuid not null references directory.site on delete cascade,
  service_code text not null references directory.service,
  primary key (site_id, service_code)
);

create table directory.cpts_site (
  cpts_id uuid not null references directory.organization on delete cascade,
  site_id uuid not null references directory.site on delete cascade,
  primary key (cpts_id, site_id)
);

create table directory.cpts_commune (
  cpts_id      uuid not null references directory.organization on delete cascade,
  commune_code text not null references geo.commune,
  primary key (cpts_id, commune_code)
);

insert into directory.service (code, profession, name_fr, name_en, position, room_kinds) values
  ('general-practice',           '10',     'Médecin généraliste',                 'General practitioner',       1, '{consulting}'),
  ('midwifery',                  '50',     'Sage-femme',                          'Midwife',                    2, '{consulting}'),
  ('nursing',                    '60',     'Infirmier ou infirmière',             'Nurse',                      3, '{consulting}'),
  ('advanced-practice-nursing',  '60',     'Infirmier en pratique avancée',       'Advanced-practice nurse',    4, '{consulting}'),
  ('physiotherapy',              '70',     'Kinésithérapeute',                    'Physiotherapist',            5, '{physiotherapy,consulting}'),
  ('podiatry',                   '80',     'Pédicure-podologue',                  'Podiatrist',                 6, '{consulting,sterilisation}'),
  ('gynaecology',                '10',     'Gynécologue',                         'Gynaecologist',              7, '{consulting}'),
  ('psychology',                 '93',     'Psychologue',                         'Psychologist',               8, '{consulting}'),
  ('social-support',             'social', 'Accompagnement social',               'Social support',             9, '{consulting}'),
  ('teleconsultation',           '10',     'Téléconsultation en cabine',          'Teleconsultation in a booth', 10, '{booth,consulting}');

insert into directory.reason (service_code, code, name_fr, name_en, minutes, position) values
  ('general-practice', 'consultation', 'Consultation', 'Consultation', 15, 1),
  ('general-practice', 'follow-up', 'Suivi d’une maladie connue', 'Follow-up of a known condition', 15, 2),
  ('general-practice', 'vaccination', 'Vaccination', 'Vaccination', 15, 3),
  ('general-practice', 'certificate', 'Certificat', 'Medical certificate', 15, 4),
  ('general-practice', 'long-consultation', 'Consultation longue (plusieurs sujets)', 'Long consultation (several matters)', 30, 5),
  ('midwifery', 'consultation', 'Consultation', 'Consultation', 30, 1),
  ('midwifery', 'pregnancy', 'Suivi de grossesse', 'Pregnancy follow-up', 30, 2),
  ('nursing', 'consultation', 'Soin infirmier', 'Nursing care', 15, 1),
  ('nursing', 'dressing', 'Pansement', 'Dressing', 15, 2),
  ('nursing', 'blood-test', 'Prise de sang', 'Blood test', 15, 3),
  ('advanced-practice-nursing', 'consultation', 'Consultation de suivi', 'Follow-up consultation', 30, 1),
  ('physiotherapy', 'consultation', 'Séance', 'Session', 30, 1),
  ('podiatry', 'consultation', 'Soin de pédicurie-podologie', 'Podiatry care', 30, 1),
  ('gynaecology', 'consultation', 'Consultation', 'Consultation', 30, 1),
  ('psychology', 'consultation', 'Entretien', 'Session', 45, 1),
  ('social-support', 'consultation', 'Entretien', 'Interview', 30, 1),
  ('teleconsultation', 'consultation', 'Téléconsultation', 'Teleconsultation', 15, 1);
