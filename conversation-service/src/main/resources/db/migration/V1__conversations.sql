-- Conversations and their encrypted logs. The server sees framing, rosters and cursors, never content.
-- Lock order: conversation rows by id first, then member rows by device id.

create table conversation (
  id               uuid        primary key,
  kind             text        not null check (kind in ('direct', 'group')),
  epoch            bigint      not null default 0 check (epoch >= 0),
  last_sequence    bigint      not null default 0 check (last_sequence >= 0),
  opening_sha256   bytea       not null, -- recognises a repeated creation
  created_at       timestamptz not null default clock_timestamp(),
  creator_device   uuid        not null
);

-- The state a joiner starts from, always the one of the current epoch; apart from the row above,
-- which every message updates.
create table group_info (
  conversation_id uuid   primary key references conversation,
  epoch           bigint not null,
  payload         bytea  not null
);

-- One row for each device that is or was in the conversation. It may read from first_sequence on,
-- and once removed up to the commit that removed it.
create table member (
  conversation_id uuid   not null references conversation,
  device_id       uuid   not null,
  practitioner_id uuid   not null,
  first_sequence  bigint not null,
  left_sequence   bigint,
  delivered_up_to bigint not null default 0,
  read_up_to      bigint not null default 0,
  primary key (conversation_id, device_id)
);
create index member_device on member (device_id, conversation_id);

-- The log: one gap-free sequence per conversation over commits and messages, each stored once
-- whatever the number of devices. Split by conversation so that each part's indexes stay shallow.
create table entry (
  conversation_id  uuid        not null,
  sequence         bigint      not null check (sequence > 0),
  kind             text        not null check (kind in ('commit', 'message')),
  epoch            bigint      not null,
  sender_device_id uuid        not null,
  accepted_at      timestamptz not null,
  priority         text        not null check (priority in ('routine', 'urgent')),
  sha256           bytea       not null,
  payload          bytea       not null,
  primary key (conversation_id, sequence),
  unique (conversation_id, sha256)
) partition by hash (conversation_id);

do $$
begin
  for part in 0..7 loop
    execute format(
      'create table entry_%s partition of entry for values with (modulus 8, remainder %s)', part, part);
    -- Ciphertext does not compress; trying would only cost time.
    execute format('alter table entry_%s alter column payload set storage external', part);
  end loop;
end $$;

-- A Welcome is stored once and waits for each device it adds.
create table welcome (
  id              uuid   primary key,
  conversation_id uuid   not null references conversation,
  sequence        bigint not null,
  payload         bytea  not null
);
create table welcome_recipient (
  device_id  uuid not null,
  welcome_id uuid not null references welcome on delete cascade,
  primary key (device_id, welcome_id)
);
create index welcome_recipient_welcome on welcome_recipient (welcome_id);

-- Invitations. A claimed row stays, without its bytes, until it expires, so that the same init key
-- is never offered twice.
create table key_package (
  device_id   uuid        not null,
  init_key    bytea       not null,
  last_resort boolean     not null default false,
  payload     bytea,
  not_after   timestamptz not null,
  uploaded_at timestamptz not null default clock_timestamp(),
  claimed_at  timestamptz,
  claimed_by  uuid,
  primary key (device_id, init_key),
  check ((payload is null) = (claimed_at is not null))
);
create unique index key_package_last_resort on key_package (device_id) where last_resort;
create index key_package_pool on key_package (device_id, uploaded_at)
  where claimed_at is null and not last_resort;

-- How often a device claimed from a person in the current window.
create table claim_window (
  device_id       uuid        not null,
  practitioner_id uuid        not null,
  started_at      timestamptz not null,
  used            int         not null,
  primary key (device_id, practitioner_id)
);

-- Live streams by the instance that holds them; rows of an instance that stopped beating are removed
-- by the others, or by itself when it starts again.
create table stream_instance (
  id      text        primary key,
  beat_at timestamptz not null
);
create table stream_session (
  id          uuid        primary key,
  device_id   uuid        not null,
  instance_id text        not null references stream_instance on delete cascade,
  opened_at   timestamptz not null default clock_timestamp()
);
create index stream_session_device on stream_session (device_id);
create index stream_session_instance on stream_session (instance_id);
