-- Devices that were away for too long: nobody waits for them, and they enter again by themselves.

-- When a device was last on a stream or read a log, to the hour.
create table device_seen (
  device_id uuid        primary key,
  seen_at   timestamptz not null
);
-- Who was in before this table counts from now on.
alter table member add column joined_at timestamptz not null default now();
alter table member add column dormant_since timestamptz;
-- The same beside what every send locks and reads anyway; changes under that lock.
alter table conversation add column dormant uuid[] not null default '{}';
