-- Search leaves SQL for an index beside each instance (docs/adr/0011-directory-search-index.md).

-- Every write that changes what search finds takes the next revision; indexes follow it.
create sequence practitioner_revision;
alter table practitioner add column revision bigint not null default nextval('practitioner_revision');
alter sequence practitioner_revision owned by practitioner.revision;

-- Every profession and speciality of the person as the register's rows state them, each
-- code|label|savoir-faire code|savoir-faire label. The card itself names only the first.
alter table practitioner add column exercises text[];
update practitioner set
  exercises = array[profession_code || '|' || profession || '|' || coalesce(savoir_faire_code, '')
    || '|' || coalesce(savoir_faire, '')],
  -- Only the rows of the file know the other exercises: the next import rewrites everybody.
  fingerprint = md5('before exercises')::uuid;
alter table practitioner alter column exercises set not null;

drop index practitioner_words;
alter table practitioner
  drop column all_words,
  drop column name_words,
  drop column profession_words,
  drop column town_words,
  drop column structure_words;
drop extension pg_trgm;

create unique index practitioner_by_revision on practitioner (revision);

-- Names this database, so that an index built from another one is not taken for its own.
create table directory_identity (id uuid primary key default gen_random_uuid());
insert into directory_identity default values;

truncate register_shadow, register_shadow_person;
alter table register_shadow
  drop column name_words,
  drop column profession_words,
  drop column town_words,
  drop column structure_words;
alter table register_shadow_person
  drop column profession_words,
  drop column town_words,
  drop column structure_words,
  add column exercises text[] not null;
