-- What meetings, ideas and experts' advice add to measures, by year; one row for each thing.
create view governance.v_measures as
select m.community_id, left(m.place_code, 12) as place, told.measure, extract(year from m.held_on)::integer::text as period,
    m.id::text as subject, m.title as label_zh, m.title as label_en,
    case when m.idea_id is null then '/governance' else '/governance/ideas/' || m.idea_id end as link,
    1::numeric as value, true as verified, 0::bigint as cell, m.id::text as mark
from governance.meeting m
cross join lateral (
    values
        (case when m.persons_online > 0 then 'deliberation.online' end),
        (case when m.persons_on_site > 0 then 'deliberation.offline' end)
) told (measure)
where m.state = 'HELD'
and told.measure is not null
union all
select r.community_id, left(i.place_code, 12), 'expert.visits',
    extract(year from r.said_at at time zone 'Asia/Shanghai')::integer::text, r.id::text, i.title, i.title,
    '/governance/ideas/' || i.id, 1, true, 0, r.id::text
from governance.idea_remark r
join governance.idea i on i.community_id = r.community_id and i.id = r.idea_id
where r.kind = 'ADVICE'
and r.hidden_reason is null;
