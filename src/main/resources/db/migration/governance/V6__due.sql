-- What the clock still has to count.
create index decision_due on governance.decision (closes_at)
    where announced_at is not null and counted_at is null and annulled_at is null;
