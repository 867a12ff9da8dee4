-- The server follows every group: its public state, who administers it, and removals that wait for a
-- commit. Lock order: known_device rows by id, conversation rows by id, then member rows.

-- The ratchet tree and context of the current epoch, as fr.liaison.mls.group.PublicGroup writes them.
create table group_state (
  conversation_id uuid   primary key references conversation,
  epoch           bigint not null,
  payload         bytea  not null
);
alter table group_state alter column payload set storage external;

-- A device must go: no message is taken until a commit removed it.
create table removal (
  conversation_id uuid        not null references conversation,
  device_id       uuid        not null,
  requested_at    timestamptz not null default clock_timestamp(),
  may_return      boolean     not null, -- whether its person keeps the place, to come back with another
  alerted_at      timestamptz,
  primary key (conversation_id, device_id)
);
alter table member add column may_return boolean not null default false;
create index removal_age on removal (requested_at) where alerted_at is null;
alter table conversation add column commit_first boolean not null default false;

-- Who may bring in and put out other people.
create table conversation_admin (
  conversation_id uuid        not null references conversation,
  practitioner_id uuid        not null,
  since           timestamptz not null default clock_timestamp(),
  primary key (conversation_id, practitioner_id)
);
insert into conversation_admin (conversation_id, practitioner_id)
select c.id, m.practitioner_id
from conversation c join member m on m.conversation_id = c.id and m.device_id = c.creator_device
on conflict do nothing;

-- Proposals signed by the server stand in the log beside commits and messages.
alter table entry drop constraint entry_kind_check;
alter table entry add constraint entry_kind_check check (kind in ('commit', 'message', 'proposal'));

-- How often a device joined a conversation by itself in the current window.
create table join_window (
  device_id       uuid        not null,
  conversation_id uuid        not null references conversation,
  started_at      timestamptz not null,
  used            int         not null,
  primary key (device_id, conversation_id)
);
create index member_person on member (practitioner_id, conversation_id)
  where left_sequence is null or may_return;
