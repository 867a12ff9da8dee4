-- The log is cut behind what every device that is waited for has acknowledged. What is kept is gap-free
-- from here on; moves under the conversation's row lock, with the entries before it.
alter table conversation add column first_kept bigint not null default 1 check (first_kept > 0);
