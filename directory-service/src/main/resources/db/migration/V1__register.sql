-- Practitioners and the imports they come from.

create extension if not exists pg_trgm;

create table practitioner (
  id                uuid primary key default uuidv7(),
  national_id       text not null unique,
  source            text not null check (source in ('register', 'structure')),
  status            text not null check (status in ('active', 'departed')),
  family_name       text not null,
  given_name        text not null,
  civility          text,
  profession_code   text not null,
  profession        text not null,
  savoir_faire_code text,
  savoir_faire      text,
  -- Digest of all the person's rows: an import rewrites only people whose rows changed.
  fingerprint       uuid not null,
  -- Lower-case words without accents, each preceded and followed by a blank, so that
  -- like '% mart%' finds words that begin with "mart" and like '% martin %' whole words.
  name_words        text not null,
  profession_words  text not null,
  town_words        text not null,
  structure_words   text not null,
  all_words         text not null generated always as
    (name_words || profession_words || town_words || structure_words) stored,
  -- Set when the person leaves: the date of the last file that listed them.
  last_listed       date,
  departed_at       timestamptz,
  check ((status = 'departed') = (departed_at is not null))
);

create index practitioner_words on practitioner using gin (all_words gin_trgm_ops) where status = 'active';

create table situation (
  practitioner_id uuid not null references practitioner,
  position        int not null,
  structure_id    text,
  structure_name  text,
  postal_code     text,
  town            text,
  sector          text,
  profession      text not null,
  primary key (practitioner_id, position)
);

-- One row per attempt; a refused one says why and changed nothing else.
create table register_import (
  id            uuid primary key,
  started_at    timestamptz not null,
  finished_at   timestamptz not null,
  origin        text not null check (origin in ('start-up', 'upload')),
  outcome       text not null check (outcome in ('accepted', 'refused')),
  reason        text,
  reason_line   bigint,
  detail        text,
  file_sha256   bytea,
  register_date date not null,
  row_count     bigint not null,
  people        bigint not null,
  arrivals      bigint not null,
  changes       bigint not null,
  departures    bigint not null,
  returns       bigint not null,
  defects       text not null,
  first_defects text not null,
  check ((outcome = 'refused') = (reason is not null))
);

create index register_import_time on register_import (started_at desc);

-- Where an import lands before it is merged. Unlogged: a crash empties them, and the next import
-- truncates them anyway. Only the holder of the import lock touches them.
create unlogged table register_shadow (
  line              bigint not null,
  row_hash          uuid not null,
  national_id       text not null,
  vouched           boolean not null,
  family_name       text not null,
  given_name        text not null,
  civility          text,
  profession_code   text not null,
  profession        text not null,
  savoir_faire_code text,
  savoir_faire      text,
  structure_id      text,
  structure_name    text,
  postal_code       text,
  town              text,
  sector            text,
  name_words        text not null,
  profession_words  text not null,
  town_words        text not null,
  structure_words   text not null
);

create unlogged table register_shadow_person (
  national_id      text primary key,
  first_line       bigint not null,
  fingerprint      uuid not null,
  profession_words text not null,
  town_words       text not null,
  structure_words  text not null,
  changed          boolean not null
);
