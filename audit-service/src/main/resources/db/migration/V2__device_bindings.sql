-- Where the entries about devices stand in the log, so that everybody can be shown those of one
-- device or person. Only an index: what an entry says is in act, that it was said is in leaf.
create table device_binding (
  index           bigint primary key,
  device_id       uuid   not null,
  practitioner_id uuid   not null,
  -- Of the certificate; absent on a revocation.
  national_id     text,
  revoked         boolean not null
);
create index device_binding_by_device on device_binding (device_id, index);
create index device_binding_by_practitioner on device_binding (practitioner_id);
create index device_binding_by_national_id on device_binding (national_id)
  where national_id is not null;
