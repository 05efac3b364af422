-- A call for help rings before everything else that waits, and letters do not wait behind browsers.
alter table notice.push_post
    add column urgent boolean not null default false;

drop index notice.push_post_due;
create index push_post_due on notice.push_post (channel, urgent desc, due_at) where finished_at is null;
