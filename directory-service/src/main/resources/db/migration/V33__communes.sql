-- The INSEE code of the commune where somebody practises, as the extraction states it. So far it was
-- read over: digests of rows are made another way from now on, so that the next import fills it in.
alter table situation add column commune text;
truncate register_shadow, register_shadow_person;
alter table register_shadow add column commune text;
