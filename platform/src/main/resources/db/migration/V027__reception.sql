create schema reception;

-- A call that somebody took. Codes and a short practical note: nothing about anybody's health stands here, only whether a
-- warning sign was told, not which.
create table reception.call (
  id           uuid primary key,
  site_id      uuid not null references directory.site,
  caller       text not null check (caller in ('self', 'relative', 'professional', 'pharmacy', 'institution', 'other')),
  who          text check (length(who) between 1 and 120),
  phone        text check (length(phone) <= 20),
  patient_id   uuid references patient.patient on delete set null,
  reason       text not null check (reason in ('appointment', 'unscheduled', 'move', 'cancel', 'results', 'prescription',
                 'certificate', 'registration', 'visit', 'professional', 'information', 'other')),
  outcome      text not null check (outcome in ('booked', 'moved', 'cancelled', 'call-back', 'sent-15', 'sent-elsewhere',
                 'informed', 'nobody-found')),
  note         text check (length(note) between 1 and 120),
  urgent       boolean not null,
  minutes      smallint not null check (minutes between 0 and 240),
  started_at   timestamptz not null,
  account_id   uuid not null,
  account_name text not null
);
create index call_of_site on reception.call (site_id, started_at);

-- What is typed while somebody speaks, kept at each key: a call ends neither with a session nor with a browser. It stays a
-- day after it was saved, so that saving can be undone.
create table reception.draft (
  id         uuid primary key,
  account_id uuid not null,
  site_id    uuid not null references directory.site,
  fields     text not null check (length(fields) <= 8000),
  alarmed    boolean not null default false,
  started_at timestamptz not null,
  saved_at   timestamptz
);
create index draft_of_account on reception.draft (account_id) where saved_at is null;
create index draft_by_age on reception.draft (started_at);

create table reception.call_back (
  id           uuid primary key,
  site_id      uuid not null references directory.site,
  call_id      uuid references reception.call on delete cascade,
  who          text check (length(who) between 1 and 120),
  phone        text not null check (length(phone) <= 20),
  patient_id   uuid references patient.patient on delete set null,
  reason       text not null,
  note         text check (length(note) between 1 and 120),
  due_at       timestamptz not null,
  created_at   timestamptz not null,
  created_name text not null,
  taken_by     uuid,
  taken_name   text,
  taken_at     timestamptz,
  outcome      text check (outcome in ('reached', 'given-up')),
  done_at      timestamptz,
  done_name    text,
  constraint call_back_is_taken_by_somebody check (
    (taken_by is null) = (taken_at is null) and (taken_by is null) = (taken_name is null)),
  constraint call_back_that_is_done_says_how check (
    (outcome is null) = (done_at is null) and (outcome is null) = (done_name is null))
);
create index call_back_to_do on reception.call_back (site_id, due_at) where done_at is null;
create index call_back_done on reception.call_back (site_id, done_at) where done_at is not null;
create index call_back_of_call on reception.call_back (call_id);

create table reception.attempt (
  id           bigint generated always as identity primary key,
  call_back_id uuid not null references reception.call_back on delete cascade,
  result       text not null check (result in ('no-answer', 'voicemail', 'busy', 'wrong-number', 'reached')),
  tried_at     timestamptz not null,
  account_name text not null
);
create index attempt_of_call_back on reception.attempt (call_back_id, id);

-- A day of a site with nobody left in it; it is gone again as soon as somebody is.
create table reception.day_close (
  site_id      uuid not null references directory.site,
  day          date not null,
  closed_at    timestamptz not null,
  account_name text not null,
  primary key (site_id, day)
);

-- When somebody who did not come counts as absent by herself, and what the site says of missed appointments.
create table reception.site_rule (
  site_id   uuid primary key references directory.site,
  absence   text not null check (absence in ('never', 'after', 'closing')),
  minutes   smallint check (minutes between 5 and 240),
  policy_fr text check (length(policy_fr) between 1 and 500),
  policy_en text check (length(policy_en) between 1 and 500),
  since     timestamptz not null,
  constraint delay_is_told_where_one_counts check ((absence = 'after') = (minutes is not null))
);

-- Warning signs, as the operator's medical director signs them; unsigned, they carry "texte à valider" on every screen.
create table reception.red_flag_list (
  edition   smallint primary key,
  dated     date not null,
  signed_by text,
  signed_on date,
  constraint signature_is_whole check ((signed_by is null) = (signed_on is null))
);
create table reception.red_flag (
  edition     smallint not null references reception.red_flag_list,
  position    smallint not null,
  code        text not null,
  question_fr text not null,
  question_en text not null,
  words       text[] not null,
  primary key (edition, position)
);
comment on column reception.red_flag.words is 'in small letters without accents; each begins a word of what is typed';

insert into reception.red_flag_list (edition, dated) values (1, '2026-11-22');
insert into reception.red_flag (edition, position, code, question_fr, question_en, words) values
  (1, 1, 'chest', 'Douleur dans la poitrine', 'Chest pain',
   '{poitrine,thorax,thoraci,infarctus,crise cardiaque,chest pain,heart attack}'),
  (1, 2, 'breath', 'Du mal à respirer', 'Trouble breathing',
   '{respire mal,mal a respirer,ne respire,essouffl,etouffe,suffoque,manque d''air,breath,chok}'),
  (1, 3, 'stroke', 'Visage de travers, bras faible ou parole difficile', 'Crooked face, weak arm or slurred speech',
   '{avc,paralys,bouche de travers,visage de travers,bras mou,ne parle plus,parle mal,stroke,slurred}'),
  (1, 4, 'unconscious', 'Malaise, perte de connaissance ou convulsions', 'Fainting, unconsciousness or fits',
   '{malaise,inconscien,perdu connaissance,perte de connaissance,evanoui,ne repond plus,convuls,faint,unconscious,seizure}'),
  (1, 5, 'bleeding', 'Saignement qui ne s’arrête pas', 'Bleeding that does not stop',
   '{hemorragi,saigne beaucoup,perd du sang,vomit du sang,sang ne s''arrete,bleeding,vomiting blood}'),
  (1, 6, 'suicide', 'Idées de suicide ou mise en danger', 'Thoughts of suicide or danger to oneself',
   '{suicid,envie de mourir,veut mourir,en finir,se tuer}'),
  (1, 7, 'allergy', 'Gonflement du visage, intoxication ou brûlure étendue', 'Swollen face, poisoning or large burn',
   '{visage gonfle,gonfle du visage,choc allergi,allergie grave,anaphyla,intoxi,empoisonn,a avale,brul,poison,burn}'),
  (1, 8, 'birth', 'Grossesse : saignements, contractions ou perte des eaux', 'Pregnancy: bleeding, contractions or waters broken',
   '{contraction,perd les eaux,perte des eaux,perdu les eaux,va accoucher,waters broke}'),
  (1, 9, 'infant', 'Bébé de moins de trois mois avec de la fièvre, ou enfant qui ne réagit pas',
   'Baby under three months with a fever, or a child who does not react',
   '{bebe bleu,fievre nourrisson,nourrisson avec de la fievre,ne reagit pas,ne reagit plus}');
