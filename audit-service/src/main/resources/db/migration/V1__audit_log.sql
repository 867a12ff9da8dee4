-- The Merkle log (log_state, leaf, tile, published_checkpoint: written once, never changed) and the
-- personal data it commits to (act: deletable).

-- One row. Whoever appends locks it, so indices are given out one after the other, without gaps.
create table log_state (
  only_row      boolean primary key default true check (only_row),
  size          bigint  not null check (size >= 0),
  -- The perfect subtrees of the tree, largest first: all that appending needs to know.
  compact_range bytea   not null
);
insert into log_state (size, compact_range) values (0, '');

-- What the log holds: one salted commitment an act. An act has one place, however often it arrives.
create table leaf (
  index  bigint primary key,
  act_id uuid   not null unique,
  data   bytea  not null check (length(data) <= 65535)
);

-- Hash tiles. A tile grows at its end until it has 256 hashes.
create table tile (
  level  integer not null,
  index  bigint  not null,
  width  integer not null check (width between 1 and 256),
  hashes bytea   not null check (length(hashes) = 32 * width),
  primary key (level, index)
);
-- Hashes do not compress.
alter table tile alter column hashes set storage external;

-- The newest signed checkpoint, as served.
create table published_checkpoint (
  only_row     boolean     primary key default true check (only_row),
  size         bigint      not null,
  note         text        not null,
  published_at timestamptz not null default clock_timestamp()
);

-- What the leaves commit to. Deleting a row is the legal purge: every proof stays valid, and without
-- the salt nothing can be guessed from the leaf. No foreign key: leaves outlive acts by design.
create table act (
  index           bigint      primary key,
  salt            bytea       not null,
  payload         text        not null,
  occurred_at     timestamptz not null,
  action          text        not null,
  outcome         text        not null,
  account_id      text,
  national_id     text,
  practitioner_id text
);
create index act_by_time on act (occurred_at, index);
create index act_by_action on act (action, occurred_at, index);
create index act_by_account on act (account_id, occurred_at) where account_id is not null;
create index act_by_national_id on act (national_id, occurred_at) where national_id is not null;
create index act_by_practitioner on act (practitioner_id, occurred_at)
  where practitioner_id is not null;
