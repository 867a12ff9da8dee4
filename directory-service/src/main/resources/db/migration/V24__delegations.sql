-- Who stands in for whom (docs/adr/0019-locums-and-last-use.md).

-- Whom the register lists as standing in for others (genre d'activité GENR02 or GENR03, fonction
-- FON-22), as what and where; rewritten by each import of it. Empty text where the register says none.
create table locum (
  practitioner_id   uuid not null references practitioner,
  profession_code   text not null,
  savoir_faire_code text not null,
  postal_code       text not null,
  primary key (profession_code, savoir_faire_code, postal_code, practitioner_id)
);

alter table register_shadow add column locum boolean not null default false;

create table delegation (
  id           uuid        primary key,
  replaced_id  uuid        not null references practitioner,
  locum_id     uuid        not null references practitioner,
  starts_on    date        not null,
  -- The last day, included.
  ends_on      date        not null,
  state        text        not null check (state in ('proposed', 'accepted', 'ended')),
  end_reason   text
    check (end_reason in ('declined', 'withdrawn', 'ended', 'over', 'unanswered', 'unavailable')),
  proposed_at  timestamptz not null,
  proposed_by  uuid        not null references practitioner,
  -- Of the administrator who proposed it for somebody who practises there.
  structure_id text,
  ended_at     timestamptz,
  check (replaced_id <> locum_id),
  check (starts_on <= ends_on),
  check ((state = 'ended') = (end_reason is not null)),
  check ((state = 'ended') = (ended_at is not null))
);

create index delegation_replaced on delegation (replaced_id, starts_on desc);
create index delegation_locum on delegation (locum_id, starts_on desc);
create index delegation_proposed_by on delegation (proposed_by, starts_on desc);
create index delegation_open on delegation (ends_on) where state <> 'ended';
