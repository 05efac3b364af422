package org.zhuxi.place.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.place.Place;

/** Finds divisions, communities, quarters and sites by name, pinyin, initials, code or alias. */
@Component
public class SearchStore {

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Best first: whole names before beginnings before middles, then upper levels before lower, then by code.
     *
     * @param query as {@link Pinyin#normalized} leaves it, not empty
     * @param after {@link Found#key} of the last one seen, or empty
     */
    public List<Found> search(String query, LocalDate day, int limit, String after) {
        return jdbc.sql("""
                        with named as (
                            select division.code, division.kind, division.name_zh, division.name_en, division.path,
                                   community.id as community_id, null::uuid as id, lower(division.name_zh) as name,
                                   division.pinyin, division.initials
                            from place.division division
                            left join place.community community on community.code = division.code
                            where division.valid_from <= :day
                              and (division.valid_to is null or division.valid_to > :day)
                            union all
                            select community.code, 'COMMUNITY', community.name_zh, community.name_en, community.path,
                                   community.community_id, null::uuid, lower(alias.alias), alias.pinyin, alias.initials
                            from place.community_alias alias
                            join place.v_community community on community.community_id = alias.community_id
                            union all
                            select quarter.code, quarter.kind, quarter.name_zh, quarter.name_en, community.path,
                                   quarter.community_id, quarter.id, lower(quarter.name_zh), quarter.pinyin, quarter.initials
                            from place.premises quarter
                            join place.v_community community on community.community_id = quarter.community_id
                            where quarter.kind = 'QUARTER'
                            union all
                            select site.code, 'SITE', site.name_zh, site.name_en, community.path, site.community_id,
                                   site.id, lower(site.name_zh), site.pinyin, site.initials
                            from place.site site
                            join place.v_community community on community.community_id = site.community_id
                        ),
                        graded as (
                            select named.*,
                                   case
                                       when :query in (name, pinyin, initials, code) then 0
                                       when starts_with(name, :query) or starts_with(pinyin, :query)
                                            or starts_with(initials, :query) or starts_with(code, :query)
                                            or starts_with(replace(lower(name_en), ' ', ''), :query) then 1
                                       else 2
                                   end as grade
                            from named
                            where strpos(name, :query) > 0
                               or strpos(pinyin, :query) > 0
                               or strpos(replace(lower(name_en), ' ', ''), :query) > 0
                               or starts_with(initials, :query)
                               or starts_with(replace(lower(code), '-', ''), :query)
                        ),
                        best as (
                            select distinct on (code) graded.*, grade || '~' ||
                                   case kind when 'PROVINCE' then 1 when 'CITY' then 2 when 'COUNTY' then 3
                                             when 'STREET' then 4 when 'COMMUNITY' then 5 when 'QUARTER' then 6
                                             when 'SITE' then 7 else 0 end || '~' || code as key
                            from graded
                            order by code, grade
                        )
                        select *
                        from best
                        where key > :after
                        order by key
                        limit :limit
                        """)
                .param("query", query)
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Found(Rows.place(row, number), row.getString("key")))
                .list();
    }

    /** A place and where it stands in the list of results. */
    public record Found(Place place, String key) {}
}
