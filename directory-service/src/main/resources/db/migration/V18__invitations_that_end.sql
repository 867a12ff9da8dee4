-- Invitations end for good (docs/adr/0016-people-a-structure-invites.md).

-- Set for whoever accepted and registered no passkey in time; they departed then.
alter table invited_person add column lapsed_at timestamptz;

-- Links whose makers may not invite at present do not come back to life with the right.
update invitation i set withdrawn_at = now(), email = null
where accepted_at is null and withdrawn_at is null and expires_at > now() and not exists (
  select from structure_administrator a join practitioner p on p.id = a.practitioner_id
  where a.structure_id = i.structure_id and p.id = i.created_by and p.status = 'active');

create index invitation_open_maker on invitation (created_by)
  where accepted_at is null and withdrawn_at is null;

create index structure_administrator_person on structure_administrator (practitioner_id);
