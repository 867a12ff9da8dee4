-- A revocation asks its device out of all conversations at once; the proposals are made afterwards, one
-- conversation after the other. Lock order as in V2: rows of removal come after their conversation. A
-- claim locks them alone and waits for nobody.
alter table removal add column proposed_at timestamptz; -- null: waits to be proposed
alter table removal add column attempts    int         not null default 0;
alter table removal add column due_at      timestamptz not null default clock_timestamp();
alter table removal add column stuck_at    timestamptz; -- when it was told that proposing keeps failing
create index removal_queue on removal (due_at) where proposed_at is null;
-- Until now they were proposed in the transaction that asked.
update removal set proposed_at = requested_at;
