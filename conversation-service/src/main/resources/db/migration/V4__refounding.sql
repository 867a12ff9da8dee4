-- Ways out of a broken group: who could not process which commit, and which conversation goes on in
-- which. Lock order as before; an opening inserts its own row, then holds devices, then locks the
-- conversation that it succeeds.

-- A conversation that is not open takes neither messages nor commits nor joins.
alter table conversation add column state text not null default 'open';
alter table conversation add column succeeds uuid references conversation;
alter table conversation add column succeeded_by uuid references conversation;
-- The commit for which it is to be founded again; absent when an administrator named none.
alter table conversation add column broken_at bigint;
alter table conversation add constraint conversation_state_check
  check (state in ('open', 'refounding', 'succeeded'));
alter table conversation add constraint conversation_successor_check
  check ((state = 'succeeded') = (succeeded_by is not null));
create unique index conversation_succeeds on conversation (succeeds) where succeeds is not null;

-- "I cannot process this commit": counted once for each person.
create table commit_report (
  conversation_id uuid        not null references conversation,
  sequence        bigint      not null,
  practitioner_id uuid        not null,
  reported_at     timestamptz not null default clock_timestamp(),
  primary key (conversation_id, sequence, practitioner_id)
);
