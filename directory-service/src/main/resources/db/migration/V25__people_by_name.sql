-- Who may move from ADELI to RPPS, found by name for each person who arrives, without a look at all.
create index practitioner_adeli_name
  on practitioner (name_key(family_name), name_key(given_name))
  where left(national_id, 1) = '0';
