-- Acts say what they were done to, and can be corrected and taken back with their records.
alter table request.act
    add column subject uuid,
    add column part integer not null default 0,
    add column number integer not null default 1 check (number > 0),
    add column kept_at timestamptz,
    add column taken_over boolean not null default false,
    add column supersedes uuid,
    add column withdrawn_at timestamptz,
    add column withdrawn_by uuid,
    add column withdrawn_reason text not null default '' check (length(withdrawn_reason) <= 500),
    add column undone_at timestamptz;

-- Ids of acts follow from their subject and a word, as org.zhuxi.kernel.Ids.derived makes them.
update request.act
set kept_at = act.done_at, subject = known.subject
from (
    select made.community_id, made.subject, (left(replace(made.subject::text, '-', ''), 12) || '7' || substr(made.hash, 14, 3)
        || substr('89ab', (('x' || substr(made.hash, 17, 1))::bit(4)::integer & 3) + 1, 1) || substr(made.hash, 18, 15))::uuid as id
    from (
        select community_id, subject, encode(sha256(convert_to(subject::text || '/' || word, 'UTF8')), 'hex') as hash
        from (
            select community_id, id as subject, 'solved' as word from request.request
            union all
            select community_id, id, 'done' from request.patrol
            union all
            select community_id, id, 'answered' from request.help_call
            union all
            select community_id, id, 'agreed' from request.mediation
        ) subjects
    ) made
) known
where act.community_id = known.community_id
and act.id = known.id;

-- Whatever else is in the table stands for itself.
update request.act
set kept_at = done_at, subject = id
where subject is null;

alter table request.act
    alter column subject set not null,
    alter column kept_at set not null,
    add unique (community_id, subject, kind, part, number),
    add check ((withdrawn_at is null) = (withdrawn_by is null)),
    add check (undone_at is null or withdrawn_at is not null);

-- Requests that were opened again after they had been closed are not solved.
update request.act
set withdrawn_at = now(), withdrawn_by = act.done_by, withdrawn_reason = '重新办理'
from request.request
where request.community_id = act.community_id
and request.id = act.subject
and act.kind = 'request.solved'
and request.state <> 'CLOSED';

drop index request.act_waiting;
create index act_waiting on request.act (kept_at, number, id) where filed_at is null and withdrawn_at is null;
create index act_withdrawn on request.act (withdrawn_at, id) where withdrawn_at is not null and undone_at is null;
