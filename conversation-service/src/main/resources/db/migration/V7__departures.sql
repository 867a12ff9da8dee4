-- Who left the register. The topics practitioner and device are independent: a lost device may be told
-- of after its person's departure, and by then keeps no place either.
create table departure (
  practitioner_id uuid        primary key,
  departed_at     timestamptz not null,
  returned_at     timestamptz -- absent as long as the register does not list them
);
