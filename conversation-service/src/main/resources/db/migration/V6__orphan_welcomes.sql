-- Welcomes whose last addressee was put out or revoked used to stay.
delete from welcome_recipient r using known_device d where d.device_id = r.device_id and d.revoked;
delete from welcome w where not exists (select from welcome_recipient r where r.welcome_id = w.id);
