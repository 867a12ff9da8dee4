-- Where a device wants to be woken: one Web Push subscription each. The version changes with every
-- renewal, so that a late "gone" for an old one cannot drop its successor.
create table subscription (
  device_id  uuid        primary key,
  endpoint   text        not null unique,
  p256dh     bytea       not null check (octet_length(p256dh) = 65),
  auth       bytea       not null check (octet_length(auth) = 16),
  version    uuid        not null,
  renewed_at timestamptz not null default clock_timestamp()
);

-- Whether a device has its live stream open, as the conversation events last told; and since when a
-- connected device owes an acknowledgement of a message sent down that stream.
create table presence (
  device_id      uuid        primary key,
  connected      boolean     not null,
  at             timestamptz not null,
  awaiting_since timestamptz,
  awaiting_urgent boolean    not null default false
);

create index presence_awaiting on presence (awaiting_since) where awaiting_since is not null;

-- The push a device waits for: never more than one. The generation counts the messages it stands
-- for, so that one that arrives while a push is under way is not taken for announced.
create table push (
  device_id     uuid        primary key references subscription on delete cascade,
  urgent        boolean     not null,
  generation    bigint      not null default 1,
  attempts      int         not null default 0,
  queued_at     timestamptz not null default clock_timestamp(),
  due_at        timestamptz not null,
  expires_at    timestamptz not null,
  claim         uuid,
  claimed_until timestamptz
);

create index push_due on push (urgent, due_at);
