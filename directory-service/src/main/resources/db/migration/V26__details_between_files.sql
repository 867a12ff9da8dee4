-- As fresh_fact, for what comes in files of its own: what the national FHIR interface said of a
-- person's skills, qualifications (diplomas and authorisations) or mailboxes, and when it changed
-- there. A file of that kind that may be older leaves them as they are; one that is newer takes the
-- row away.
create table fresh_detail (
  part        text        not null check (part in ('skills', 'qualifications', 'mailboxes')),
  national_id text        not null,
  updated_at  timestamptz not null,
  primary key (part, national_id)
);
