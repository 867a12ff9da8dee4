-- Who was suspended by a platform administrator (docs/adr/0014-who-may-speak.md).

-- 'suspended' is a status of its own, so that whatever asks for 'active' people leaves these out.
-- The moment stands in the row, too: a merge of the register must see it on the row it locked.
-- Somebody departed may be suspended as well: they come back as suspended, not as active.
alter table practitioner add column suspended_at timestamptz;
alter table practitioner drop constraint practitioner_status_check;
alter table practitioner add constraint practitioner_status_check
  check (status in ('active', 'suspended', 'departed'));
alter table practitioner add constraint practitioner_suspended_check check (
  case status when 'active' then suspended_at is null
              when 'suspended' then suspended_at is not null
              else true end);

create table suspension (
  id              uuid primary key default uuidv7(),
  practitioner_id uuid not null references practitioner,
  reason          text not null
    check (reason in ('compromise', 'misuse', 'authority', 'inquiry', 'request')),
  note            text check (char_length(note) <= 200),
  suspended_at    timestamptz not null,
  suspended_by    text not null,
  lifted_at       timestamptz,
  lifted_by       text,
  check ((lifted_at is null) = (lifted_by is null))
);

create unique index suspension_open on suspension (practitioner_id) where lifted_at is null;

-- Pages of people, by family name; those who may not take part are few among the many.
create index practitioner_family_name on practitioner (family_name collate "C", id);
create index practitioner_not_active on practitioner (family_name collate "C", id)
  where status <> 'active';

create index account_task_open_account on account_task (account_id) where done_at is null;
