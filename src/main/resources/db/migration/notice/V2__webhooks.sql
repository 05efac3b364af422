-- Where a group chat takes notices. Address and secret are sealed with a key that is not in the database.
create table notice.webhook (
    community_id  integer     not null,
    id            uuid        not null,
    kind          text        not null check (kind in ('WECOM', 'DINGTALK', 'FEISHU', 'JSON')),
    label         text        not null check (length(label) between 1 and 60),
    host          text        not null,
    address       bytea       not null,
    secret        bytea,
    made_by       uuid        not null,
    made_at       timestamptz not null,
    ended_at      timestamptz,
    tried_at      timestamptz,
    outcome       text        check (length(outcome) <= 100),
    primary key (community_id, id)
);

create index webhook_by_id on notice.webhook (id);

-- What is to be sent there, once each.
create table notice.webhook_post (
    community_id integer     not null,
    webhook_id   uuid        not null,
    notice_id    uuid        not null,
    due_at       timestamptz not null,
    attempts     integer     not null default 0,
    finished_at  timestamptz,
    outcome      text,
    primary key (community_id, webhook_id, notice_id)
);

create index webhook_post_due on notice.webhook_post (due_at) where finished_at is null;
