-- How many the page that stopped a run would remove: whoever lets it go on is told before.
alter table top_up_run add column waiting_departures bigint,
  add constraint top_up_run_waiting check (waiting_departures is null or state = 'stopped');
