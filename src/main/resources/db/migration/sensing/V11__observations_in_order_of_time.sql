-- With a table for everything else the tables of months would not stand in the order of time: each page would look into all of them.
do $$
declare
    -- a month with its own table, or a year so far ahead that no month of it has one
    span record;
begin
    alter table sensing.observation detach partition sensing.observation_other;
    create table sensing.observation_before partition of sensing.observation
        for values from (minvalue) to ('2000-01-01T00:00:00Z');
    create table sensing.observation_after partition of sensing.observation
        for values from ('2100-01-01T00:00:00Z') to (maxvalue);
    for span in
        select distinct
            case when s.is_near then 'observation_' || to_char(s.day, 'YYYY_MM') else 'observation_' || to_char(s.day, 'YYYY') end
                as name,
            date_trunc(s.unit, s.day) as first_day,
            date_trunc(s.unit, s.day) + ('1 ' || s.unit)::interval as until_day
        from (
            select o.day, o.is_near, case when o.is_near then 'month' else 'year' end as unit
            from (
                select start_at at time zone 'UTC' as day,
                    extract(year from start_at at time zone 'UTC')
                        <= extract(year from (now() at time zone 'UTC') + interval '24 months') as is_near
                from sensing.observation_other
                where start_at >= '2000-01-01T00:00:00Z'
                and start_at < '2100-01-01T00:00:00Z') o) s
    loop
        if to_regclass('sensing.' || span.name) is null then
            execute format(
                'create table sensing.%I partition of sensing.observation for values from (%L) to (%L)',
                span.name, span.first_day at time zone 'UTC', span.until_day at time zone 'UTC');
        end if;
    end loop;
    insert into sensing.observation select o.* from sensing.observation_other o;
    drop table sensing.observation_other;
end
$$;
