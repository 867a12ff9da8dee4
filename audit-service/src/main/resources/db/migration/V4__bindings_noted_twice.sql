-- An instance of an older version notes bindings itself, after the database has done so: that must
-- not keep it from sealing.
create function skip_noted_binding() returns trigger
  language plpgsql
  as $$
    begin
      if exists (select from device_binding where index = new.index) then
        return null;
      end if;
      return new;
    end
  $$;

create trigger noted_already before insert on device_binding
  for each row execute function skip_noted_binding();
