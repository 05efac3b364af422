-- Tells the planner how much there is, which only the owner of the tables may; the role that answers requests calls it.
create function indicator.refresh_statistics(variadic names text[]) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    name text;
begin
    foreach name in array names loop
        execute format('analyze indicator.%I', name);
    end loop;
end $$;

revoke execute on function indicator.refresh_statistics(text[]) from public;
