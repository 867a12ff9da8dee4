-- One row from the start of an import to its end, when its report takes the row's place in the same
-- transaction. A row that the holder of the import lock finds was left by an instance that died.
create table register_progress (
  import_id     uuid        primary key,
  started_at    timestamptz not null,
  origin        text        not null check (origin in ('start-up', 'upload')),
  register_date date        not null,
  phase         text        not null check (phase in ('reading', 'gathering', 'merging')),
  row_count     bigint      not null default 0,
  byte_count    bigint      not null default 0,
  total_bytes   bigint,
  -- How long reading took so far; stands still in later phases.
  reading_ms    bigint      not null default 0
);

-- Other files of the archive, which were not read.
alter table register_import add ignored_files int;

-- Set where more left than the configured share and an administrator had accepted that.
alter table register_import add departures_accepted boolean;

-- People, arrivals and departures by profession as JSON; null for refused and earlier imports.
alter table register_import add professions text;
