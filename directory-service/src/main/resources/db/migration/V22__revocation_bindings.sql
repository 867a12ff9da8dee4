-- Whether the revocation was given to the transparency log. False for devices revoked before there was
-- such an entry, and by older instances during an upgrade: a sweep gives those to the log afterwards.
-- Some stand there already; an entry more says nothing new, and one less would leave a key alive.
alter table device add column revocation_logged boolean not null default false;

create index device_revocation_unlogged on device (id)
  where status = 'revoked' and not revocation_logged;
