-- Programs that a structure of the register answers for; each is an entry of practitioner as well.
create table software (
  practitioner_id uuid        primary key references practitioner,
  client_id       text        not null unique,
  structure_id    text        not null,
  vouched_at      timestamptz not null
);

-- Who practises at a structure: whether it may still answer for its programs.
create index situation_structure on situation (structure_id) where structure_id is not null;
