-- MSSanté mailboxes as the public extraction lists them: of people by national id, and of structures
-- by the id that situation.structure_id has. An address may belong to several owners.
create table mailbox (
  owner          text not null,
  address        text not null,
  kind           text not null check (kind in ('PER', 'ORG', 'APP', 'CAB')),
  service        text,
  structure_name text,
  paperless      boolean,
  primary key (owner, address)
);

-- Where an import of mailboxes lands; as with register_shadow, only the holder of the import lock
-- touches it.
create unlogged table mailbox_shadow (
  line           bigint not null,
  owner          text not null,
  address        text not null,
  kind           text not null,
  service        text,
  structure_name text,
  paperless      boolean
);

-- What the file held, and for mailboxes how many came, changed and went, as JSON.
alter table register_import
  add kind text not null default 'register' check (kind in ('register', 'mailboxes')),
  add mailboxes text;
