-- The login sessions an active device was used in, as Keycloak names them: they end when the device is revoked.
create table device_session (
  device_id  uuid not null references device,
  session_id text not null,
  noted_at   timestamptz not null,
  primary key (device_id, session_id)
);

alter table account_task add column session_id text;
alter table account_task drop constraint account_task_action_check;
alter table account_task
  add constraint account_task_action_check
  check (action in ('disable', 'enable', 'renumber', 'logout') and (action = 'logout') = (session_id is not null));
