-- What is made up says so.
alter table governance.owned_unit add column origin text not null default 'RECORDED'
    check (origin in ('RECORDED', 'SEED', 'PUBLIC', 'SYNTHETIC'));
