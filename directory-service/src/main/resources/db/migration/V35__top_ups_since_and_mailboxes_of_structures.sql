-- What top-ups changed after an import and before the next one: each file restates the register, so
-- that departures are told from file to file. Kept here, as runs are forgotten after a week or so.
alter table register_import
  add column topped_up_arrivals bigint not null default 0,
  add column topped_up_departures bigint not null default 0,
  add column topped_up_returns bigint not null default 0;

update register_import r set
  topped_up_arrivals = since.arrivals,
  topped_up_departures = since.departures,
  topped_up_returns = since.returns
from (
  select i.id, sum(t.arrivals) arrivals, sum(t.departures) departures, sum(t.returns) as returns
  from top_up_run t
  cross join lateral (
    select id from register_import
    where outcome = 'accepted' and finished_at <= t.started_at
      and (kind = 'register'
        or files::jsonb @> jsonb_build_array(jsonb_build_object('kind', 'register')))
    order by started_at desc, id desc limit 1) i
  group by i.id) since
where r.id = since.id;

-- Which structure holds a mailbox, as mailbox_of_person tells of people.
create index mailbox_of_structure on mailbox (address) where kind <> 'PER';
