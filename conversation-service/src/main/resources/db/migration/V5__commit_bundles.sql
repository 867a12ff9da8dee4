-- What came with each commit, as one hash: only the same commit with the same Welcome and GroupInfo is a
-- repetition. Commits that are older have no row.
create table commit_bundle (
  conversation_id uuid   not null references conversation,
  sequence        bigint not null,
  sha256          bytea  not null,
  primary key (conversation_id, sequence)
);
