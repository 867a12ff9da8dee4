-- What PS_LibreAcces_SavoirFaire and PS_LibreAcces_Dipl_AutExerc say of people whom the register
-- lists: one row a person, so that an unchanged file writes nothing. Entries are sorted, each
-- separated like a row of the register. No foreign key, as for situation.
create table skill_set (
  practitioner_id uuid   primary key,
  entries         text[] not null
);

create table qualification_set (
  practitioner_id uuid   primary key,
  entries         text[] not null
);

-- Where an import of them lands, as it is read and gathered by person; as with register_shadow,
-- only the holder of the import lock touches them.
create unlogged table skill_shadow (
  line        bigint not null,
  national_id text collate "C" not null,
  entry       text collate "C" not null
);

create unlogged table skill_shadow_person (
  national_id text   primary key,
  entries     text[] not null,
  row_count   bigint not null
);

create unlogged table qualification_shadow (
  line        bigint not null,
  national_id text collate "C" not null,
  entry       text collate "C" not null
);

create unlogged table qualification_shadow_person (
  national_id text   primary key,
  entries     text[] not null,
  row_count   bigint not null
);

alter table register_import drop constraint register_import_kind_check;
alter table register_import
  add constraint register_import_kind_check
    check (kind in ('register', 'mailboxes', 'skills', 'qualifications')),
  -- What each file of an archive came to, as JSON; null where it was one file of people or mailboxes.
  add files text;

-- Of which file of an archive; null for people and mailboxes.
alter table register_defect add file text;
