-- Acts of the time before they were kept; those that are there remain. Ids as org.zhuxi.kernel.Ids.derived makes them.
insert into governance.act (community_id, id, subject, kind, part, place, done_at, done_by, quantities, kept_at, taken_over, origin)
select community_id, (left(replace(subject::text, '-', ''), 12) || '7' || substr(hash, 14, 3)
        || substr('89ab', (('x' || substr(hash, 17, 1))::bit(4)::integer & 3) + 1, 1) || substr(hash, 18, 15))::uuid,
    subject, kind, part, place, done_at, done_by, quantities, now(), true, origin
from (
    select *, encode(sha256(convert_to(subject::text || '/' || split_part(kind, '.', 2)
        || case when part = 0 then '' else '/' || part end, 'UTF8')), 'hex') as hash
    from (
        select community_id, id as subject, 'meeting.held' as kind, 0 as part, place_code as place,
            least(starts_at, recorded_at) as done_at, recorded_by as done_by,
            'meetings=1 1' || case when persons_online > 0 then ';online=1 1' else '' end
                || case when persons_on_site > 0 then ';onsite=1 1' else '' end
                || ';persons=' || persons_on_site + persons_online || ' 1'
                || case when kind = 'EVALUATION' then ';answers='
                    || coalesce(satisfied, 0) + coalesce(neutral, 0) + coalesce(dissatisfied, 0)
                    || ' 1;satisfied=' || coalesce(satisfied, 0) || ' 1' else '' end as quantities, origin
        from governance.meeting
        where state = 'HELD'
        union all
        select d.community_id, d.id, 'vote.counted', 0, d.place_code, r.counted_at, r.counted_by,
            'votes=1 1;rights=' || r.entitled || ' 1;ballots=' || r.ballots || ' 1', d.origin
        from governance.decision d
        join governance.result r on r.community_id = d.community_id and r.decision_id = d.id
        where d.annulled_at is null
        union all
        select i.community_id, i.id, told.kind, 0, i.place_code, s.done_at, s.done_by, 'ideas=1 1', i.origin
        from governance.idea i
        join governance.idea_step s on s.community_id = i.community_id and s.idea_id = i.id
        join (
            values ('DECIDED', 'idea.adopted'), ('EVALUATED', 'idea.evaluated'), ('CLOSED', 'idea.closed')
        ) told (stage, kind) on told.stage = s.stage
        where s.number > 1 or i.source = ''
        union all
        select r.community_id, r.id, 'advice.given', 0, i.place_code, r.said_at, r.said_by, 'visits=1 1', i.origin
        from governance.idea_remark r
        join governance.idea i on i.community_id = r.community_id and i.id = r.idea_id
        where r.kind = 'ADVICE'
        and r.hidden_reason is null
        union all
        select c.community_id, c.id, 'convention.adopted', v.number, c.place_code,
            least(now(), v.in_force_on::timestamp at time zone 'Asia/Shanghai'), v.drafted_by,
            'conventions=1 1;clauses=' || (
                select count(*)
                from governance.clause l
                where l.community_id = v.community_id and l.convention_id = v.convention_id and l.version = v.number
            ) || ' 1', c.origin
        from governance.convention c
        join governance.convention_version v on v.community_id = c.community_id and v.convention_id = c.id
        where v.state <> 'DRAFT'
        union all
        select w.community_id, w.id, 'works.agreed', 0, w.place_code,
            least(now(), (w.objections_until + 1)::timestamp at time zone 'Asia/Shanghai'), w.prepared_by,
            'works=1 1;dwellings=' || (
                select count(*)
                from governance.work_share s
                where s.community_id = w.community_id and s.work_id = w.id and (s.share_fen > 0 or s.running_fen > 0)
            ) || ' 1', w.origin
        from governance.shared_work w
        where w.state in ('AGREED', 'DONE')
    ) done
) made
on conflict do nothing;
