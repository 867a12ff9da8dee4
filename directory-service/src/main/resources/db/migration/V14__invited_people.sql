-- People without a number in the register, whom a structure's administrator invites
-- (docs/adr/0016-people-a-structure-invites.md).

-- The right to invite comes from here, not from a role in a token.
create table structure_administrator (
  structure_id    text        not null,
  practitioner_id uuid        not null references practitioner,
  named_at        timestamptz not null,
  named_by        text        not null,
  primary key (structure_id, practitioner_id)
);

-- Only a digest of the token is stored: reading this table is not enough to accept.
create table invitation (
  id           uuid        primary key,
  structure_id text        not null,
  given_name   text        not null,
  family_name  text        not null,
  function     text        not null,
  email        text,
  username     text        not null unique,
  token_digest bytea       not null unique check (octet_length(token_digest) = 32),
  created_at   timestamptz not null,
  created_by   uuid        not null references practitioner,
  expires_at   timestamptz not null,
  withdrawn_at timestamptz,
  accepted_at  timestamptz,
  check (withdrawn_at is null or accepted_at is null)
);

create index invitation_structure on invitation (structure_id, created_at desc);

create table invited_person (
  practitioner_id uuid        primary key references practitioner,
  structure_id    text        not null,
  invitation_id   uuid        not null unique references invitation,
  invited_at      timestamptz not null,
  -- Set when Keycloak knows the account by its passkey alone.
  sealed_at       timestamptz
);

create index invited_person_structure on invited_person (structure_id);
create index invited_person_unsealed on invited_person (invited_at) where sealed_at is null;

-- Entries that no file of the register brings or takes away.
create view entered_here as
  select practitioner_id from software union all select practitioner_id from invited_person;
