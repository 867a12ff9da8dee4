-- What the test handlers write.
create table seen (event_id uuid not null, event_type text not null, key uuid not null, at bigserial primary key);
create table counter (id uuid primary key, value bigint not null);
