-- An import writes into its shadow only whoever changed (docs/adr/0020-nightly-import.md). What is
-- known at the end of a file stands in every row: the person's digest, whether the row is their
-- first, and whether they changed or are only looked at. As digests are made another way than
-- before, the next import rewrites everybody.
truncate register_shadow, register_shadow_person;
alter table register_shadow
  drop column row_hash,
  add column fingerprint uuid not null,
  add column first boolean not null,
  add column changed boolean not null;

-- Whom the register listed and the file does not.
create unlogged table register_leaving (
  practitioner_id uuid primary key
);
