-- Each night asks who bears the name of somebody whose ADELI number goes: to compute the names of a million people
-- for a handful took longer than to read the register.
create index practitioner_rpps_name
  on practitioner (name_key(family_name), name_key(given_name))
  where left(national_id, 1) = '8';
