package org.zhuxi.place.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.Place;
import org.zhuxi.platform.database.Rows;

/** The administrative tree, effective-dated: what was true on a day stays readable. */
@Component
public class DivisionStore {

    private static final String SELECT = """
            select division.code, division.kind, division.name_zh, division.name_en, division.path,
                   community.id as community_id, null::uuid as id
            from place.division division
            left join place.community community on community.code = division.code
            where division.valid_from <= :day
              and (division.valid_to is null or division.valid_to > :day)
            """;

    private final JdbcClient jdbc;

    DivisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Place> findByCodes(Collection<String> codes, LocalDate day) {
        return jdbc.sql(SELECT + "and division.code = any(:codes)")
                .param("day", day)
                .param("codes", codes.toArray(String[]::new))
                .query(PlaceRows::place)
                .list();
    }

    public List<Place> findByPath(PlacePath path, LocalDate day) {
        return jdbc.sql(SELECT + "and division.path = :path")
                .param("day", day)
                .param("path", path.value())
                .query(PlaceRows::place)
                .list();
    }

    public List<Place> listChildren(String parent, LocalDate day) {
        return jdbc.sql(SELECT + "and division.parent = :parent order by division.code")
                .param("day", day)
                .param("parent", parent)
                .query(PlaceRows::place)
                .list();
    }

    /** The stretches of one unit's life, oldest first. */
    public List<DivisionVersion> listVersions(String code) {
        return jdbc.sql("""
                        select code, valid_from, valid_to, name_zh, name_en, path,
                               array_to_string(successors, ',') as successors, source
                        from place.division
                        where code = :code
                        order by valid_from
                        """).param("code", code).query(DivisionVersion.class).list();
    }

    /** Adds units that are not there yet; those that are stay as they are. */
    public int insert(List<NewDivision> divisions, List<PlacePath> paths) {
        var pinyin = divisions.stream()
                .map(division -> Pinyin.of(division.name().zh()))
                .toList();
        return jdbc.sql("""
                        insert into place.division
                            (code, valid_from, kind, parent, path, name_zh, name_en, pinyin, initials, origin, source)
                        select added.code, added.valid_from, added.kind, added.parent, added.path, added.name_zh,
                               added.name_en, added.pinyin, added.initials, added.origin, added.source
                        from unnest(:codes, cast(:days as date[]), :kinds, :parents, :paths, :zh, :en, :pinyin,
                                    :initials, :origins, :sources)
                             as added (code, valid_from, kind, parent, path, name_zh, name_en, pinyin, initials,
                                       origin, source)
                        where not exists (select from place.division known where known.code = added.code)
                        on conflict do nothing
                        """)
                .param("codes", Rows.texts(divisions, NewDivision::code))
                .param("days", Rows.texts(divisions, NewDivision::validFrom))
                .param("kinds", Rows.texts(divisions, NewDivision::kind))
                .param("parents", Rows.texts(divisions, NewDivision::parent))
                .param("paths", Rows.texts(paths, PlacePath::value))
                .param("zh", Rows.texts(divisions, division -> division.name().zh()))
                .param("en", Rows.texts(divisions, division -> division.name().en()))
                .param("pinyin", Rows.texts(pinyin, Pinyin::whole))
                .param("initials", Rows.texts(pinyin, Pinyin::initials))
                .param("origins", Rows.texts(divisions, NewDivision::origin))
                .param("sources", Rows.texts(divisions, NewDivision::source))
                .update();
    }

    /** Lets the last stretch of a unit end; answers false when it did not begin before that day or has ended. */
    public boolean end(String code, LocalDate on, List<String> successors) {
        return jdbc.sql("""
                        update place.division
                        set valid_to = :on, successors = :successors
                        where code = :code and valid_to is null and valid_from < :on
                        """)
                        .param("on", on)
                        .param("successors", successors.toArray(String[]::new))
                        .param("code", code)
                        .update()
                == 1;
    }

    /** Continues a unit under a new name from the day its last stretch ended. */
    public void continueAs(String code, LocalDate on, Names name) {
        var pinyin = Pinyin.of(name.zh());
        jdbc.sql("""
                        insert into place.division (code, valid_from, follows, kind, parent, path, name_zh, name_en,
                                                    pinyin, initials, origin, source)
                        select code, valid_to, valid_to, kind, parent, path, :zh, :en, :pinyin, :initials, origin, source
                        from place.division
                        where code = :code and valid_to = :on
                        """)
                .param("zh", name.zh())
                .param("en", name.en())
                .param("pinyin", pinyin.whole())
                .param("initials", pinyin.initials())
                .param("code", code)
                .param("on", on)
                .update();
    }

    /** Carries a unit and all that lies below it under another parent from that day on. */
    public void move(Place unit, Place parent, LocalDate on) {
        var to = parent.path().child(PlaceCode.segment(unit.code(), unit.kind()));
        changePaths("""
                update place.division
                set path = :to || substr(path, length(:path) + 1),
                    parent = case when path = :path then :parent else parent end
                where valid_to is null and valid_from = :on and (path = :path or path like :below)
                """, unit, parent, to, on);
        changePaths("""
                with ended as (
                    update place.division
                    set valid_to = :on
                    where valid_to is null and valid_from < :on and (path = :path or path like :below)
                    returning *
                )
                insert into place.division (code, valid_from, follows, kind, parent, path, name_zh, name_en, pinyin,
                                            initials, origin, source)
                select code, valid_to, valid_to, kind, case when path = :path then :parent else parent end,
                       :to || substr(path, length(:path) + 1), name_zh, name_en, pinyin, initials, origin, source
                from ended
                """, unit, parent, to, on);
    }

    /**
     * Which of these divisions and communities lie elsewhere today, and where: those whose code is that of a unit with another path.
     *
     * @param written paths as they were written down
     */
    public Map<PlacePath, PlacePath> moved(Collection<PlacePath> written, LocalDate day) {
        var moved = new HashMap<PlacePath, PlacePath>();
        jdbc.sql("""
                        select w.path as written, d.path as now
                        from unnest(cast(:paths as text[]), cast(:codes as text[])) as w (path, code)
                        join place.division d
                          on d.code = w.code and d.valid_from <= :day and (d.valid_to is null or d.valid_to > :day)
                        where d.path <> w.path
                        """)
                .param("paths", Rows.texts(written, PlacePath::value))
                .param(
                        "codes",
                        Rows.texts(written, path -> PlaceCode.codesAbove(path).getLast()))
                .param("day", day)
                .query(row -> {
                    moved.put(new PlacePath(row.getString("written")), new PlacePath(row.getString("now")));
                });
        return moved;
    }

    private void changePaths(String sql, Place unit, Place parent, PlacePath to, LocalDate on) {
        jdbc.sql(sql)
                .param("on", on)
                .param("path", unit.path().value())
                .param("below", unit.path().below())
                .param("parent", parent.code())
                .param("to", to.value())
                .update();
    }

    /** One stretch of a unit's life; {@code successors} are codes, comma-separated, when it ended in others. */
    public record DivisionVersion(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String nameZh,
            String nameEn,
            String path,
            String successors,
            String source) {}
}
