-- Makes the table of a month, or of a year, of observations, which only the owner of the tables may.
create function sensing.add_observations(first_month date, until_month date) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    part text := 'observation_' || to_char(first_month, case when until_month = first_month + interval '1 month' then 'YYYY_MM' else 'YYYY' end);
begin
    execute format('create table sensing.%I (like sensing.observation including defaults including constraints)', part);
    -- attached, it leaves readers and writers of other tables alone; made as a part it would wait for all of them
    execute format('alter table sensing.observation attach partition sensing.%I for values from (%L) to (%L)', part,
        first_month || ' 00:00:00+00', until_month || ' 00:00:00+00');
end $$;

revoke execute on function sensing.add_observations(date, date) from public;
