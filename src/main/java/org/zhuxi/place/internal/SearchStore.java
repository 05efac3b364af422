package org.zhuxi.place.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.place.internal.SearchProbe.Field;

/**
 * Finds divisions, communities, quarters and sites by name, pinyin, initials, code or alias, in a register of the whole
 * country: every question is a range of an index.
 */
@Component
public class SearchStore {

    /** How many names that contain the query are put in order; who gets so many types another character. */
    private static final int MOST_INSIDE = 2_000;

    /** Comes after every name that begins with the query. */
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private static final Map<Field, String> OF_DIVISION = Map.of(
            Field.NAME, "place.sought(d.name_zh)",
            Field.PINYIN, "d.pinyin",
            Field.INITIALS, "d.initials",
            Field.ENGLISH, "place.sought(d.name_en)",
            Field.CODE, "d.code");
    private static final Table DIVISION = new Table("""
            (values ('NATION', 0), ('PROVINCE', 1), ('CITY', 2), ('COUNTY', 3), ('STREET', 4)) as at (kind, level)
            cross join lateral (
                select d.code, at.level as level, %s as key
                from place.division d
                where d.kind = at.kind
                  and d.kind <> 'COMMUNITY'
                  and d.valid_from <= :day
                  and (d.valid_to is null or d.valid_to > :day)
                  and (at.level, %s, d.code collate "C") > (:level, :key, :code)
                  and %s
                order by %s, d.code collate "C"
                limit :limit
            ) found
            """, OF_DIVISION, "true");
    private static final Table COMMUNITY = new Table("""
            (
                select d.code, 5 as level, %s as key
                from place.division d
                where d.kind = 'COMMUNITY'
                  and d.valid_from <= :day
                  and (d.valid_to is null or d.valid_to > :day)
                  and (5, %s, d.code collate "C") > (:level, :key, :code)
                  and %s
                order by %s, d.code collate "C"
                limit :limit
            ) found
            """, OF_DIVISION, "d.origin <> 'PUBLIC'");
    private static final Table ALIAS = new Table(
            """
            (
                select c.code, 5 as level, %s as key
                from place.community_alias a
                join place.community c on c.id = a.community_id
                where (5, %s, c.code collate "C") > (:level, :key, :code)
                  and %s
                order by %s, c.code collate "C"
                limit :limit
            ) found
            """,
            Map.of(
                    Field.NAME, "place.sought(a.alias)",
                    Field.PINYIN, "a.pinyin",
                    Field.INITIALS, "a.initials"),
            "true");
    private static final Table QUARTER = new Table(
            """
            (
                select p.code, 6 as level, %s as key
                from place.premises p
                where p.kind = 'QUARTER'
                  and (6, %s, p.code collate "C") > (:level, :key, :code)
                  and %s
                order by %s, p.code collate "C"
                limit :limit
            ) found
            """,
            Map.of(
                    Field.NAME, "place.sought(p.name_zh)",
                    Field.PINYIN, "p.pinyin",
                    Field.INITIALS, "p.initials",
                    Field.ENGLISH, "place.sought(p.name_en)",
                    Field.CODE, "place.sought(p.code)"),
            "true");
    private static final Table SITE = new Table(
            """
            (
                select s.code, 7 as level, %s as key
                from place.site s
                where (7, %s, s.code collate "C") > (:level, :key, :code)
                  and %s
                order by %s, s.code collate "C"
                limit :limit
            ) found
            """,
            Map.of(
                    Field.NAME, "place.sought(s.name_zh)",
                    Field.PINYIN, "s.pinyin",
                    Field.INITIALS, "s.initials",
                    Field.ENGLISH, "place.sought(s.name_en)",
                    Field.CODE, "place.sought(s.code)"),
            "true");
    private static final List<Table> TABLES = List.of(DIVISION, COMMUNITY, ALIAS, QUARTER, SITE);

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Best first: whole names before beginnings before middles, then upper levels before lower, then in the order of what
     * was sought.
     *
     * <p>To be called inside a transaction.
     *
     * @param query as {@link Pinyin#normalized} leaves it, not empty
     * @param after {@link Found#cursor} of the last one seen, or empty
     */
    public List<Found> search(String query, LocalDate day, int limit, String after) {
        // planning a probe takes ten times as long as walking its index, and its plan is the same for every query
        jdbc.sql("select set_config('plan_cache_mode', 'force_generic_plan', true)")
                .query(String.class)
                .single();
        var probes = SearchProbe.forQuery(query);
        var from = Position.parse(after);
        var found = new LinkedHashMap<String, Found>();
        for (var probe : probes) {
            if (probe.ordinal() < from.probe() || found.size() >= limit) {
                continue;
            }
            var start = probe.ordinal() == from.probe() ? from : Position.BEGINNING;
            var earlier = probes.subList(0, probes.indexOf(probe));
            ask(probe, earlier, query, day, limit - found.size(), start)
                    .forEach(hit -> found.putIfAbsent(hit.code(), hit));
        }
        return List.copyOf(found.values());
    }

    private List<Found> ask(
            SearchProbe probe, List<SearchProbe> earlier, String query, LocalDate day, int limit, Position after) {
        return jdbc.sql(sql(probe, earlier))
                .param("q", query)
                .param("end", query + LAST_CHARACTER)
                .param("day", day)
                .param("limit", probe.isInside() ? MOST_INSIDE : limit)
                .param("page", limit)
                .param("level", after.level())
                .param("key", after.key())
                .param("code", after.code())
                .query((row, number) -> new Found(
                        row.getString("code"),
                        new Position(probe.ordinal(), row.getInt("level"), row.getString("code"), row.getString("key"))
                                .text()))
                .list();
    }

    private static String sql(SearchProbe probe, List<SearchProbe> earlier) {
        var parts = new ArrayList<String>();
        for (var table : TABLES) {
            if (table.expressions().containsKey(probe.field())) {
                parts.add("(select found.code, found.level, found.key from " + table.sql(probe, earlier) + ")");
            }
        }
        return "select code, level, key from (" + String.join("\nunion all\n", parts)
                + ") hits order by level, key collate \"C\", code collate \"C\" limit :page";
    }

    /**
     * @param code of a place
     * @param cursor where it stands in the list of results
     */
    public record Found(String code, String cursor) {}

    /** A table with names: how its places are selected, what stands for each field, and whose English name is sought. */
    private record Table(String select, Map<Field, String> expressions, String english) {

        String sql(SearchProbe probe, List<SearchProbe> earlier) {
            var field = expression(probe);
            var key = (probe.isInside() ? "''::text" : field) + " collate \"C\"";
            var condition = new StringBuilder(condition(probe));
            for (var known : earlier) {
                if (expressions.containsKey(known.field())) {
                    condition.append("\n and not (").append(condition(known)).append(")");
                }
            }
            var order = probe.isInside() ? "true" : key;
            return probe.isInside()
                    ? select.formatted(key, key, condition, order).replaceAll("(?m)^ *order by .*$", "")
                    : select.formatted(key, key, condition, order);
        }

        private String condition(SearchProbe probe) {
            var own = probe.condition(expression(probe));
            return probe.field() == Field.ENGLISH ? own + " and " + english : own;
        }

        private String expression(SearchProbe probe) {
            return java.util.Objects.requireNonNull(expressions.get(probe.field()));
        }
    }

    /** Where a result stands: {@code probe~level~code~key}. */
    private record Position(int probe, int level, String code, String key) {

        static final Position BEGINNING = new Position(-1, -1, "", "");

        static Position parse(String text) {
            var parts = text.split("~", 4);
            try {
                return parts.length < 4
                        ? BEGINNING
                        : new Position(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2], parts[3]);
            } catch (NumberFormatException e) {
                return BEGINNING;
            }
        }

        String text() {
            return probe + "~" + level + "~" + code + "~" + key;
        }
    }
}
