package org.zhuxi.place.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.DivisionImport.Report;
import org.zhuxi.place.DivisionReplaced;

/** Carries the tree forward to the lists that stand in the tables {@code incoming} and {@code succession}, set by set. */
@Component
public class DivisionChanges {

    /** A community in use may keep the name people call it by, where the list has that of its committee. */
    private static final String COMMITTEE = "'(社区)?(居民委员会|居委会|村民委员会|村委会|社区|村)$'";

    private static final String RENAMED = """
            (d.name_zh <> i.name_zh
             and (c.id is null
                  or regexp_replace(d.name_zh, %s, '') <> regexp_replace(i.name_zh, %s, '')))
            """.formatted(COMMITTEE, COMMITTEE);

    /** Whether a unit {@code d} (with {@code c} when it is a community in use) is otherwise in the lists {@code i}. */
    static final String DIFFERS = "(d.parent <> i.parent or d.path <> i.path or " + RENAMED + ")";

    /**
     * Whether a unit {@code d} should be in the lists and is not: it came from published lists, its level is listed for its
     * province, and nobody uses it here.
     */
    static final String MISSING = """
            (d.origin = 'PUBLIC'
             and exists (select from listed where listed.kind = d.kind and listed.province = left(d.code, 2))
             and not exists (select from incoming i where i.code = d.code)
             and not exists (select from place.community c where c.code = d.code))
            """;

    private static final String SOURCE = "国家统计局 统计用区划代码";
    private static final long MANY = 5_000;

    private final JdbcClient jdbc;
    private final DivisionIndexes indexes;

    DivisionChanges(JdbcClient jdbc, DivisionIndexes indexes) {
        this.jdbc = jdbc;
        this.indexes = indexes;
    }

    /** Applies all changes, upper levels and lower ones alike, as of a day. */
    public Report apply(LocalDate day, long read) {
        var renamed = renameOrMove(day);
        var added = indexes.shouldStandAside(read) ? indexes.without(() -> add(day)) : add(day);
        var withdrawn = withdraw(day);
        var ended = end(day);
        var succeeded = completeSuccessors();
        var carried = carryAlong(day);
        var kept = keptInUse();
        return new Report(
                day,
                read,
                read - added - renamed.both(),
                added,
                renamed.renamed(),
                renamed.moved() + carried,
                ended,
                succeeded,
                withdrawn,
                kept.size(),
                kept.stream().limit(10).toList());
    }

    private record Changed(long renamed, long moved) {
        long both() {
            return renamed + moved;
        }
    }

    private Changed renameOrMove(LocalDate day) {
        jdbc.sql("""
                        create temporary table changed on commit drop as
                        select i.*, d.valid_from as since, %s as renamed
                        from incoming i
                        join place.division d on d.code = i.code and d.valid_to is null
                        left join place.community c on c.code = d.code
                        where %s
                        """.formatted(RENAMED, DIFFERS)).update();
        // an import of the same day is corrected, not told as history
        jdbc.sql("""
                        update place.division d
                        set parent = changed.parent, path = changed.path,
                            name_zh = case when renamed then changed.name_zh else d.name_zh end,
                            name_en = case when renamed then changed.name_en else d.name_en end,
                            pinyin = case when renamed then changed.pinyin else d.pinyin end,
                            initials = case when renamed then changed.initials else d.initials end
                        from changed
                        where d.code = changed.code and d.valid_to is null and d.valid_from = :day
                        """).param("day", day).update();
        jdbc.sql("""
                        with ended as (
                            update place.division d
                            set valid_to = :day
                            from changed
                            where d.code = changed.code and d.valid_to is null and d.valid_from < :day
                            returning d.*
                        )
                        insert into place.division (code, valid_from, follows, kind, parent, path, name_zh, name_en,
                                                    pinyin, initials, origin, source)
                        select ended.code, :day, :day, ended.kind, changed.parent, changed.path,
                               case when renamed then changed.name_zh else ended.name_zh end,
                               case when renamed then changed.name_en else ended.name_en end,
                               case when renamed then changed.pinyin else ended.pinyin end,
                               case when renamed then changed.initials else ended.initials end,
                               ended.origin, ended.source
                        from ended
                        join changed on changed.code = ended.code
                        """).param("day", day).update();
        return jdbc.sql(
                        "select count(*) filter (where renamed) as renamed, count(*) filter (where not renamed) as moved from changed")
                .query(Changed.class)
                .single();
    }

    private long add(LocalDate day) {
        return jdbc.sql("""
                        insert into place.division (code, valid_from, kind, parent, path, name_zh, name_en, pinyin, initials,
                                                    origin, source)
                        select i.code, coalesce(begun.on_day, :day), i.kind, i.parent, i.path, i.name_zh, i.name_en,
                               i.pinyin, i.initials, 'PUBLIC', :source
                        from incoming i
                        left join (select successor, min(on_day) as on_day from succession group by successor) begun
                               on begun.successor = i.code
                        where not exists (select from place.division known where known.code = i.code)
                        order by i.path
                        """).param("day", day).param("source", SOURCE).update();
    }

    private long withdraw(LocalDate day) {
        return jdbc.sql(
                        "delete from place.division d where d.valid_to is null and d.valid_from = :day and d.follows is null and "
                                + MISSING)
                .param("day", day)
                .update();
    }

    private long end(LocalDate day) {
        jdbc.sql("""
                        create temporary table heirs on commit drop as
                        select former, array_agg(distinct successor order by successor) as successors,
                               min(on_day) as on_day
                        from succession
                        group by former
                        """).update();
        jdbc.sql("""
                        create temporary table gone on commit drop as
                        select d.code, d.kind, d.path, coalesce(heirs.on_day, :day) as on_day,
                               coalesce(heirs.successors, '{}') as successors
                        from place.division d
                        left join heirs on heirs.former = d.code
                        where d.valid_to is null and (heirs.former is not null or %s)
                        """.formatted(MISSING)).param("day", day).update();
        return jdbc.sql("""
                        update place.division d
                        set valid_to = gone.on_day, successors = gone.successors
                        from gone
                        where d.code = gone.code and d.valid_to is null and d.valid_from < gone.on_day
                        """).update();
    }

    /** What ended in an earlier import may get its successors from a later one. */
    private long completeSuccessors() {
        return jdbc.sql("""
                        update place.division d
                        set successors = heirs.successors
                        from heirs
                        where d.code = heirs.former
                          and d.valid_to = (select max(last.valid_to) from place.division last where last.code = d.code)
                          and not exists (select from place.division open where open.code = d.code and open.valid_to is null)
                          and d.successors <> heirs.successors
                        """).update();
    }

    /** Units that are in no list, such as communities in use, follow where the unit above them went. */
    private long carryAlong(LocalDate day) {
        var byHeir = """
                join gone on gone.code = d.parent and cardinality(gone.successors) = 1
                join place.division above on above.code = gone.successors[1] and above.valid_to is null
                """;
        var byParent = "join place.division above on above.code = d.parent and above.valid_to is null";
        return continueBelow(day, byHeir) + continueBelow(day, byParent) + continueBelow(day, byParent);
    }

    private long continueBelow(LocalDate day, String above) {
        var stray = """
                with stray as (
                    select d.code, d.valid_from, above.code as parent,
                           above.path || substr(d.path, length(d.path) - position('/' in reverse(d.path)) + 1) as path
                    from place.division d
                    %s
                    where d.valid_to is null
                      and d.kind in ('COUNTY', 'STREET', 'COMMUNITY')
                      and (d.parent <> above.code or not starts_with(d.path, above.path || '/'))
                )
                """.formatted(above);
        var corrected = jdbc.sql(stray + """
                        update place.division d
                        set parent = stray.parent, path = stray.path
                        from stray
                        where d.code = stray.code and d.valid_from = stray.valid_from and d.valid_from = :day
                        """).param("day", day).update();
        var continued = jdbc.sql(stray + """
                        , ended as (
                            update place.division d
                            set valid_to = :day
                            from stray
                            where d.code = stray.code and d.valid_from = stray.valid_from and d.valid_from < :day
                            returning d.*
                        )
                        insert into place.division (code, valid_from, follows, kind, parent, path, name_zh, name_en,
                                                    pinyin, initials, origin, source)
                        select ended.code, :day, :day, ended.kind, stray.parent, stray.path, ended.name_zh,
                               ended.name_en, ended.pinyin, ended.initials, ended.origin, ended.source
                        from ended
                        join stray on stray.code = ended.code
                        """).param("day", day).update();
        return corrected + continued;
    }

    private List<String> keptInUse() {
        return jdbc.sql("""
                        select c.code
                        from place.community c
                        join place.division d on d.code = c.code and d.valid_to is null
                        where exists (select from listed where listed.kind = d.kind and listed.province = left(d.code, 2))
                          and not exists (select from incoming i where i.code = c.code)
                        order by c.code
                        """).query(String.class).list();
    }

    /** The units that ended in favour of others, for modules that keep paths; to be called after {@link #apply}. */
    public Map<String, DivisionReplaced> replacedUnits() {
        var paths = new HashMap<String, PlacePath>();
        jdbc.sql("""
                        select d.code, d.path
                        from place.division d
                        where d.valid_to is null and d.code in (select unnest(gone.successors) from gone)
                        """).query(row -> {
            paths.put(row.getString("code"), new PlacePath(row.getString("path")));
        });
        var replaced = new HashMap<String, DivisionReplaced>();
        jdbc.sql("select code, path, on_day, successors from gone where cardinality(successors) > 0")
                .query(row -> {
                    var heirs = Arrays.stream(
                                    (String[]) row.getArray("successors").getArray())
                            .map(paths::get)
                            .filter(java.util.Objects::nonNull)
                            .toList();
                    replaced.put(
                            row.getString("code"),
                            new DivisionReplaced(
                                    new PlacePath(row.getString("path")),
                                    heirs,
                                    row.getObject("on_day", LocalDate.class)));
                });
        return replaced;
    }

    /** After many changes the planner must know, and the index of what stands inside names be in order. */
    public void refreshStatistics(long changes) {
        if (changes > MANY) {
            jdbc.sql("select place.refresh_statistics()").query().singleRow();
        }
    }
}
