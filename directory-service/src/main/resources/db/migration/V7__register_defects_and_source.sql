-- Row defects of the latest imports, by line and reason and never with what the row holds; of one
-- import at most as many as liaison.directory.register.stored-defects says.
create table register_defect (
  import_id uuid   not null references register_import,
  position  int    not null,
  line      bigint not null,
  reason    text   not null,
  primary key (import_id, position)
);

-- Files are also fetched where the publisher offers them.
alter table register_import drop constraint register_import_origin_check;
alter table register_import
  add constraint register_import_origin_check check (origin in ('start-up', 'upload', 'source'));
alter table register_progress drop constraint register_progress_origin_check;
alter table register_progress
  add constraint register_progress_origin_check check (origin in ('start-up', 'upload', 'source'));

-- Files that were fetched and accepted, by their published name, which has their stamp.
create table register_fetched_file (
  name      text primary key,
  import_id uuid not null references register_import
);
