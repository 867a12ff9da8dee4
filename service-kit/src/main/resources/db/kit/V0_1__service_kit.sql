-- What every service keeps beside its own tables: events waiting to leave, how far it has read,
-- answers to repeated requests, and the devices it has heard of.

-- Rows leave by deletion once Kafka has acknowledged them. A row that commits late is found all the
-- same, because the relay looks for rows, not for ids above a mark.
create table outbox (
  id          bigint generated always as identity primary key,
  event_id    uuid        not null,
  topic       text        not null,
  key         uuid        not null,
  type        text        not null,
  occurred_at timestamptz not null default clock_timestamp(),
  traceparent text,
  data        text        not null
);

-- Position of the next event to read, written in the transaction of the effect.
create table consumer_offset (
  topic       text   not null,
  partition   int    not null,
  next_offset bigint not null,
  primary key (topic, partition)
);

-- Events already taken in; a repeated one has no effect.
create table consumed_event (
  event_id    uuid        not null,
  source      text        not null,
  consumed_at timestamptz not null default clock_timestamp(),
  primary key (event_id, source)
);
create index consumed_event_age on consumed_event (consumed_at);

-- First answers to requests that carried an Idempotency-Key.
create table idempotent_answer (
  account_id  text        not null,
  key         text        not null,
  fingerprint bytea       not null,
  answer      text,
  created_at  timestamptz not null default clock_timestamp(),
  primary key (account_id, key)
);
create index idempotent_answer_age on idempotent_answer (created_at);

-- Read model of topic device. A revoked device never becomes active again.
create table known_device (
  device_id       uuid        primary key,
  account_id      text        not null,
  practitioner_id uuid        not null,
  signature_key   bytea       not null,
  expires_at      timestamptz not null,
  revoked         boolean     not null default false
);
create index known_device_practitioner on known_device (practitioner_id) where not revoked;
