-- Which login account acts for which practitioner, and their devices.

create table account (
  account_id      text primary key,
  practitioner_id uuid not null unique references practitioner,
  bound_at        timestamptz not null
);

-- What remains to be told to Keycloak; kept until it is done.
create table account_task (
  id              bigint generated always as identity primary key,
  account_id      text not null,
  action          text not null check (action in ('disable', 'enable')),
  created_at      timestamptz not null,
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  last_failure    text,
  done_at         timestamptz
);

create index account_task_open on account_task (next_attempt_at) where done_at is null;

-- Only a digest is stored: reading this table is not enough to enrol.
create table device_challenge (
  digest     bytea primary key,
  account_id text not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

create index device_challenge_account on device_challenge (account_id);
create index device_challenge_expiry on device_challenge (expires_at);

create table device (
  id                uuid primary key,
  account_id        text not null,
  practitioner_id   uuid not null references practitioner,
  name              text not null,
  signature_key     bytea not null unique check (octet_length(signature_key) = 32),
  status            text not null check (status in ('active', 'revoked')),
  enrolled_at       timestamptz not null,
  expires_at        timestamptz not null,
  certificate       bytea not null,
  issuer            bytea not null,
  revoked_at        timestamptz,
  revocation_reason text,
  check ((status = 'revoked') = (revoked_at is not null))
);

create index device_practitioner on device (practitioner_id) where status = 'active';
create index device_account on device (account_id);
create index device_expiry on device (expires_at) where status = 'active';
