-- How many sites of each type a community had when its register was frozen; null where the register does not tell.
alter table indicator.register_item
    add column sites jsonb check (jsonb_typeof(sites) = 'object');
