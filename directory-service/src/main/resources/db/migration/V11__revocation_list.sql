-- What the revocation list names (docs/adr/0014-who-may-speak.md).

-- A renewal replaces the certificate of a device; the former one lasts to its own end all the same.
create table former_certificate (
  id          bigint generated always as identity primary key,
  device_id   uuid not null references device,
  certificate bytea not null,
  expires_at  timestamptz not null
);

create index former_certificate_device on former_certificate (device_id);

create index device_revoked on device (revoked_at) where status = 'revoked';
