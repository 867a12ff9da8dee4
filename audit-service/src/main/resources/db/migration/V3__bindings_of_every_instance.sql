-- Which acts are bindings is noted by the database itself, so that no instance of an older version,
-- before or during an upgrade, seals a binding that nobody can be shown. An act of that name that does
-- not say whose device it is stays in the log like any other and proves nothing about a device.
create function note_device_binding(place bigint, said json) returns void
  language plpgsql
  as $$
    declare
      id_form constant text := '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
      device text := said -> 'object' ->> 'id';
      practitioner text := said -> 'details' ->> 'practitioner';
    begin
      -- Checked before anything is cast: what is no id must hinder neither the log nor an upgrade.
      if said ->> 'service' = 'directory-service'
        and said ->> 'action' = 'device.binding'
        and said ->> 'outcome' = 'success'
        and device ~* id_form
        and practitioner ~* id_form
      then
        insert into device_binding (index, device_id, practitioner_id, national_id, revoked)
        values (place, device::uuid, practitioner::uuid, said -> 'details' ->> 'nationalId',
          coalesce(said -> 'details' ->> 'event', '') = 'revoked')
        on conflict (index) do nothing;
      end if;
    end
  $$;

create function note_device_binding() returns trigger
  language plpgsql
  as $$
    begin
      perform note_device_binding(new.index, new.payload::json);
      return null;
    end
  $$;

-- Waits for acts that are being written and keeps new ones waiting, so the backfill misses none.
create trigger device_binding after insert on act
  for each row when (new.action = 'device.binding')
  execute function note_device_binding();

select note_device_binding(index, payload::json) from act where action = 'device.binding';
