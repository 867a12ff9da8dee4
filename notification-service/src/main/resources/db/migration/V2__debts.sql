-- The messages a device neither acknowledged nor was woken for: the newest of each conversation. The
-- grace of one sent down a stream runs from "since"; without it the device's pending push stands
-- for the message. Lock order: debts by device and conversation first, then pushes by device.
create table debt (
  device_id       uuid    not null references subscription on delete cascade,
  conversation_id uuid    not null,
  sequence        bigint  not null,
  urgent          boolean not null,
  since           timestamptz,
  primary key (device_id, conversation_id)
);

create index debt_since on debt (since) where since is not null;

-- What was owed so far does not say which message: such a device is woken rather than forgotten.
insert into push (device_id, urgent, due_at, expires_at)
select device_id, awaiting_urgent, clock_timestamp(), clock_timestamp() + interval '24 hours'
from presence join subscription using (device_id)
where awaiting_since is not null
on conflict (device_id) do nothing;

alter table presence drop column awaiting_since, drop column awaiting_urgent;
