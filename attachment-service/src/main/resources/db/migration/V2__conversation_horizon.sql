-- When the newest conversation event taken in had happened: one row, or none before the first.
create table conversation_horizon (
  only_one boolean     primary key default true check (only_one),
  newest   timestamptz not null
);
