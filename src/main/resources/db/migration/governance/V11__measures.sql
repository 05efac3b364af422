-- As before, with plain joins on the community: a union inside a lateral join cannot be sent to the shard of a community.
create or replace view governance.v_measures as
select a.community_id, left(a.place, 12) as place, told.measure, extract(year from r.local_date)::integer::text as period,
    a.subject::text || case when a.part = 0 then '' else '/' || a.part end as subject,
    coalesce(m.title, i.title, d.title, c.title, w.title, a.kind) as label_zh,
    coalesce(m.title, i.title, d.title, c.title, w.title, a.kind) as label_en,
    case
        when m.idea_id is not null then '/governance/ideas/' || m.idea_id || '#' || m.id
        when i.id is not null then '/governance/ideas/' || i.id
        when d.id is not null then '/governance/decisions/' || d.id
        when c.id is not null then '/governance/conventions/' || c.id || '?version=' || a.part
        when w.id is not null then '/governance/works/' || w.id
        else '/governance'
    end as link,
    (r.quantities ->> told.quantity)::numeric as value, r.state = 'VERIFIED' as verified, 0::bigint as cell, a.id::text as mark
from governance.act a
join activity.v_activity r on r.community_id = a.community_id and r.id = a.id
join (
    values ('meeting.held', 'online', 'deliberation.online'), ('meeting.held', 'onsite', 'deliberation.offline'),
        ('meeting.held', 'persons', 'deliberation.persons'), ('meeting.held', 'answers', 'evaluation.answers'),
        ('meeting.held', 'satisfied', 'evaluation.satisfied'), ('advice.given', 'visits', 'expert.visits'),
        ('idea.adopted', 'ideas', 'ideas.adopted'), ('idea.evaluated', 'ideas', 'participation.cases'),
        ('idea.closed', 'ideas', 'ideas.closed'), ('vote.counted', 'votes', 'decisions.counted'),
        ('vote.counted', 'rights', 'decisions.rights'), ('vote.counted', 'ballots', 'decisions.ballots'),
        ('convention.adopted', 'conventions', 'conventions.adopted'), ('works.agreed', 'works', 'works.agreed')
) told (kind, quantity, measure) on told.kind = a.kind
left join governance.meeting m on m.community_id = a.community_id and m.id = a.subject and a.kind = 'meeting.held'
left join governance.idea_remark said on said.community_id = a.community_id and said.id = a.subject and a.kind = 'advice.given'
left join governance.idea i on i.community_id = a.community_id and i.id = coalesce(said.idea_id, a.subject)
    and a.kind in ('advice.given', 'idea.adopted', 'idea.evaluated', 'idea.closed')
left join governance.decision d on d.community_id = a.community_id and d.id = a.subject and a.kind = 'vote.counted'
left join governance.convention c on c.community_id = a.community_id and c.id = a.subject and a.kind = 'convention.adopted'
left join governance.shared_work w on w.community_id = a.community_id and w.id = a.subject and a.kind = 'works.agreed'
where r.state in ('VERIFIED', 'RECORDED')
and jsonb_exists(r.quantities, told.quantity)
union all
select i.community_id, left(i.place_code, 12), 'ideas.raised', extract(year from s.on_day)::integer::text, i.id::text, i.title,
    i.title, '/governance/ideas/' || i.id, 1, true, 0, s.number::text
from governance.idea i
join governance.idea_step s on s.community_id = i.community_id and s.idea_id = i.id
where s.stage = 'RAISED'
and i.stage not in ('MERGED', 'WITHDRAWN')
and (s.number > 1 or i.source = '');
