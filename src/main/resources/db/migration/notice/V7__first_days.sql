-- When people were told of a notice: on its first day, not as it is published. Of those published until now they were told already.
alter table notice.notice
    add column told_at timestamptz;

update notice.notice
set told_at = published_at
where published_at is not null;

create index notice_untold on notice.notice (shown_from)
    where told_at is null and published_at is not null and withdrawn_at is null;
