-- Professions move from ADELI to RPPS: the same person under another number
-- (docs/adr/0018-register-top-up.md).

-- A former number leads to the person for ever and is never anybody else's.
create table former_identifier (
  national_id     text        primary key,
  practitioner_id uuid        not null references practitioner,
  succeeded_at    timestamptz not null,
  evidence        text        not null check (evidence in ('former-number', 'place'))
);

create index former_identifier_practitioner on former_identifier (practitioner_id);

-- Names without case, accents and separators.
create function name_key(name text) returns text language sql immutable parallel safe
  return regexp_replace(normalize(lower(name), NFD), '[^a-z0-9]', '', 'g');

-- Keycloak must also be told that a person's number changed.
alter table account_task drop constraint account_task_action_check;
alter table account_task
  add constraint account_task_action_check check (action in ('disable', 'enable', 'renumber'));

-- Who was carried over, and who could not be without doubt; how many were kept as the top-up left
-- them because the file may be older. As JSON and a count; null for earlier imports.
alter table register_import
  add successions text,
  add kept_newer bigint;
