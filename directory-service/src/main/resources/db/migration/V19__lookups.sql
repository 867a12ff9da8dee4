-- Whoever holds a mailbox, and all devices of one person whatever became of them, without a look at
-- every row.
create index mailbox_of_person on mailbox (address) where kind = 'PER';
create index device_of_person on device (practitioner_id, enrolled_at, id);
