-- Between two files of the register the national FHIR interface is asked for what changed
-- (docs/adr/0018-register-top-up.md).

-- What that interface said of a person, and when it last changed there: a file that may be older
-- than this leaves the person as they are. An accepted file takes away what it is newer than.
create table fresh_fact (
  national_id text        primary key,
  updated_at  timestamptz not null,
  departed    boolean     not null,
  noted_at    timestamptz not null
);

create index fresh_fact_departed on fresh_fact (noted_at) where departed;

-- How far the top-up has come: everything the source said before the point is in the directory.
create table top_up (
  only_one      boolean     primary key default true check (only_one),
  point         timestamptz,
  register_date date,
  -- Until then the source wants to be left alone.
  not_before    timestamptz,
  -- Why the latest attempt began no run, where it did not.
  refusal       text,
  refused_at    timestamptz
);
insert into top_up default values;

-- One run reads both lists of changes to their end, in as many attempts as that takes.
create table top_up_run (
  id                  uuid        primary key,
  since               timestamptz not null,
  -- What becomes the point when the run is complete.
  source_time         timestamptz not null,
  started_at          timestamptz not null,
  touched_at          timestamptz not null,
  finished_at         timestamptz,
  state               text        not null
    check (state in ('running', 'paused', 'stopped', 'completed', 'superseded')),
  reason              text,
  step                text        not null check (step in ('practitioners', 'roles')),
  -- The page that was not applied yet; the first one of the step where null.
  next_link           text,
  departures_accepted boolean     not null default false,
  pages               bigint      not null default 0,
  people              bigint      not null default 0,
  arrivals            bigint      not null default 0,
  changes             bigint      not null default 0,
  departures          bigint      not null default 0,
  returns             bigint      not null default 0,
  successions         bigint      not null default 0,
  held_back           bigint      not null default 0,
  unusable            bigint      not null default 0,
  check ((finished_at is null) = (state in ('running', 'paused', 'stopped')))
);

create unique index top_up_run_open on top_up_run ((true)) where finished_at is null;
create index top_up_run_time on top_up_run (started_at desc, id desc);
