-- What the numeric observations of a stream add up to in an hour of UTC; sums are exact decimals of 15 digits each.
create table sensing.hour_sum (
    stream_id bigint not null,
    hour_at timestamptz not null,
    readings bigint not null check (readings > 0),
    total numeric not null,
    least double precision not null,
    most double precision not null,
    primary key (stream_id, hour_at)
);

-- Up to which number the observations of a stream are in its hours. They get their numbers in the order of their commits, so
-- nothing that comes late is missed.
create table sensing.stream_rolled (
    stream_id bigint primary key,
    number bigint not null
);

-- What module indicator adds up, see MeasureFeed: hours of open noise meters, and those in which no reading was above the limit of
-- GB 3096-2008 class 1: 55 dB(A) from 6 to 22, 45 dB(A) at night.
create view sensing.v_measures as
select told.community_id, told.place, m.measure, told.period, told.stream_id::text as subject, told.name as label_zh,
    told.name as label_en, '/sta/v1.1/Datastreams(' || told.stream_id || ')' as link, m.value, true as verified,
    0::bigint as cell, '' as mark
from (
    select d.community_id, left(d.place, 12) as place, p.period, s.id as stream_id, d.name,
        count(*)::numeric as hours, count(*) filter (where h.most <= case
            when extract(hour from h.hour_at at time zone 'Asia/Shanghai') between 6 and 21 then 55 else 45 end)::numeric as quiet
    from sensing.device d
    join sensing.thing t on t.id = d.thing_id and t.is_open
    join sensing.stream s on s.thing_id = d.thing_id and not s.is_multi and s.properties ->> 'quantity' = 'level'
    join sensing.hour_sum h on h.stream_id = s.id
    cross join lateral (values (to_char(h.hour_at at time zone 'Asia/Shanghai', 'YYYY-MM')),
        (to_char(h.hour_at at time zone 'Asia/Shanghai', 'YYYY'))) p(period)
    where d.template = 'noise'
    group by d.community_id, d.place, p.period, s.id, d.name) told
cross join lateral (values ('noise.measured.hours', told.hours), ('noise.quiet.hours', told.quiet)) m(measure, value);
