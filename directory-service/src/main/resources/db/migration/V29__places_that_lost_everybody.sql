-- One odd file, page or renumbered practice must not remove whom a structure answers for
-- (docs/adr/0016-people-a-structure-invites.md).

-- Structures that answer for people or programs and at which nobody of the register practises.
create table lost_structure (
  structure_id  text        primary key,
  since         timestamptz not null,
  -- The file in force when that was first seen: a later one that agrees is a second opinion.
  register_date date        not null,
  last_listed   date        not null
);

-- Whom top-ups removed while nobody had accepted that: no newer file makes this forgotten.
create table top_up_departure (
  at     timestamptz not null,
  people bigint      not null check (people > 0)
);

create index top_up_departure_at on top_up_departure (at);

insert into top_up_departure (at, people)
select noted_at, count(*) from fresh_fact where departed group by noted_at;

-- So many more than the floor allows may depart in this run; what was accepted without a number
-- before goes on as it was accepted.
alter table top_up_run add column departures_allowed bigint not null default 0
  check (departures_allowed >= 0);
update top_up_run set departures_allowed = 1000000000 where departures_accepted;
