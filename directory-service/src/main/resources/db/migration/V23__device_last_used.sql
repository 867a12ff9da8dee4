-- On which day (UTC) a device was last used, as far as is known; never the hour. Null for devices
-- from before until they are used again (docs/adr/0019-locums-and-last-use.md). Not indexed, so that
-- writing it moves no index entry.
alter table device add column last_used_on date;
