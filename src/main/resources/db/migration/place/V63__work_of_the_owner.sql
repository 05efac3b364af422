-- What only the owner of a table may do, for the role that answers requests.

-- after many changes the planner must know, and the index of what stands inside names be in order
create function place.refresh_statistics() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    analyze place.division;
    perform gin_clean_pending_list('place.division_inside');
end $$;

-- takes away the indexes that keep no rule, until the end of the transaction at the latest to be built again
create function place.set_indexes_aside() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    found record;
begin
    create temporary table indexes_aside on commit drop as
        select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
        from pg_index
        where indrelid = 'place.division'::regclass and not indisunique
        order by indexrelid;
    for found in select name from pg_temp.indexes_aside loop
        execute 'drop index ' || found.name;
    end loop;
end $$;

create function place.put_indexes_back() returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    found record;
begin
    -- a table of that name that somebody else made could say anything
    if (select relowner from pg_class where oid = 'pg_temp.indexes_aside'::regclass) <> current_user::regrole then
        raise insufficient_privilege using message = 'no indexes were set aside';
    end if;
    for found in select definition from pg_temp.indexes_aside loop
        execute found.definition;
    end loop;
    drop table pg_temp.indexes_aside;
    -- what follows in the transaction would be planned for the few rows of before
    analyze place.division;
end $$;

revoke execute on function place.refresh_statistics(), place.set_indexes_aside(), place.put_indexes_back() from public;
