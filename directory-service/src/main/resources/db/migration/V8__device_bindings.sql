-- Whether the binding of the key to the person was given to the transparency log. False for devices
-- enrolled before there was such an entry, and by older instances during an upgrade: a sweep gives
-- those to the log afterwards.
alter table device add column binding_logged boolean not null default false;

create index device_binding_unlogged on device (id) where status = 'active' and not binding_logged;
