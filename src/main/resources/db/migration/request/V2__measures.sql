-- What module indicator adds up, see MeasureFeed: by the year in which a request was received.
create view request.v_measures as
select r.community_id, left(r.place, 12) as place, told.measure, extract(year from r.received_on)::integer::text as period,
    r.id::text as subject, r.service_zh as label_zh, r.service_en as label_en, '/requests/' || r.id as link, told.value,
    true as verified, 0::bigint as cell, r.state as mark
from request.request r
cross join lateral (
    values
        ('requests.received', 1::numeric),
        ('requests.handled', (r.responded_at is not null or r.escalated_on is not null)::integer::numeric),
        ('requests.responded', coalesce(r.responded_in_time, false)::integer::numeric),
        ('requests.called', (r.resolved is not null)::integer::numeric),
        ('requests.resolved', coalesce(r.resolved, false)::integer::numeric),
        ('requests.rated', (r.satisfaction is not null)::integer::numeric),
        ('requests.satisfied', coalesce(r.satisfaction in ('SATISFIED', 'BASICALLY'), false)::integer::numeric),
        (case when r.service = 'NOISE' then 'noise.received' end, 1::numeric),
        (case when r.service = 'NOISE' then 'noise.resolved' end, (r.state = 'CLOSED')::integer::numeric)
) told (measure, value)
where told.measure is not null
and r.state not in ('DUPLICATE', 'WITHDRAWN');
