-- The login session a device was last used in, as Keycloak names it: it ends when the device is revoked.
alter table device add column session_id text;

alter table account_task add column session_id text;
alter table account_task drop constraint account_task_action_check;
alter table account_task
  add constraint account_task_action_check
  check (action in ('disable', 'enable', 'renumber', 'logout') and (action = 'logout') = (session_id is not null));
