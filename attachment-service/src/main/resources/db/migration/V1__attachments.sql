-- Who may reach an attachment: the rosters as the conversation events tell them.
create table roster (
  conversation_id uuid   primary key,
  epoch           bigint not null
);

create table roster_member (
  conversation_id uuid not null references roster on delete cascade,
  device_id       uuid not null,
  primary key (conversation_id, device_id)
);

-- One encrypted blob. Rows outlive their bytes: they carry the quota, the 410 answers and the proof.
--   receiving -> complete -> doomed -> deleted, or receiving -> doomed -> deleted.
create table attachment (
  id              uuid        primary key,
  conversation_id uuid        not null,
  device_id       uuid        not null,
  length          bigint      not null check (length > 0),
  received        bigint      not null default 0 check (received between 0 and length),
  state           text        not null default 'receiving'
                  check (state in ('receiving', 'complete', 'doomed', 'deleted')),
  sha256          bytea       check (octet_length(sha256) = 32),
  linked_at       timestamptz,
  created_at      timestamptz not null default clock_timestamp(),
  completed_at    timestamptz,
  doom_reason     text,
  -- The one request that may append, until its lease ends; a commit by any other is refused.
  writer          uuid,
  writer_until    timestamptz,
  check (state <> 'complete' or (received = length and sha256 is not null))
);

create index attachment_quota on attachment (device_id, created_at);
create index attachment_pending on attachment (created_at)
  where state = 'receiving' or state = 'complete' and linked_at is null;
create index attachment_doomed on attachment (id) where state = 'doomed';

-- Every object of the bucket, named here before its bytes are sent there, so that none is ever
-- unknown: staged (maybe there) -> kept (part of an attachment) -> doomed (to be removed) -> no row.
-- A staged object is reaped only after the longest time its bytes could still be under way.
create table stored_object (
  key           text        primary key,
  attachment_id uuid        not null references attachment,
  state         text        not null check (state in ('staged', 'kept', 'doomed')),
  staged_at     timestamptz not null default clock_timestamp(),
  reap_after    timestamptz check (state <> 'doomed' or reap_after is not null)
);

create index stored_object_by_attachment on stored_object (attachment_id);
create index stored_object_unsettled on stored_object (staged_at) where state <> 'kept';

-- The bytes of an attachment in order and without gap: each slice is one immutable object.
create table slice (
  attachment_id uuid   not null references attachment,
  start         bigint not null check (start >= 0),
  length        int    not null check (length > 0),
  object_key    text   not null unique references stored_object,
  sha256        bytea  not null check (octet_length(sha256) = 32),
  primary key (attachment_id, start)
);
