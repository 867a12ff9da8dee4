-- Whether a profession is held as a civilian, in the armed forces or as a student (TRE_R09) stands
-- last in each of practitioner.exercises. So far it was read and forgotten, which made professionals
-- of students.
truncate register_shadow, register_shadow_person;
alter table register_shadow add column category_code text;
