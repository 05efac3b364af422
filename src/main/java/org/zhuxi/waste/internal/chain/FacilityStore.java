package org.zhuxi.waste.internal.chain;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.Facility;
import org.zhuxi.waste.chain.FacilityKind;

/** Keeps facilities; few enough to be read at once. */
@Repository
public class FacilityStore {

    private final JdbcClient jdbc;

    FacilityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the code was free. */
    public boolean insert(Facility facility, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into waste.facility
                            (code, kind, name_zh, name_en, place_path, accepted, origin, added_by, added_at)
                        values (:code, :kind, :zh, :en, :place, :accepted, :origin, :by, :at)
                        on conflict do nothing
                        """)
                        .param("code", facility.code())
                        .param("kind", facility.kind().name())
                        .param("zh", facility.name().zh())
                        .param("en", facility.name().en())
                        .param("place", facility.place().value())
                        .param("accepted", codes(facility.accepted()))
                        .param("origin", facility.origin().name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether it was in use. */
    public boolean retire(String code, UUID by, Instant at) {
        return jdbc.sql("""
                        update waste.facility
                        set retired_by = :by, retired_at = :at
                        where code = :code
                        and retired_at is null
                        """)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("code", code)
                        .update()
                == 1;
    }

    public List<Facility> list() {
        return jdbc.sql("""
                        select code, kind, name_zh, name_en, place_path, accepted, origin, retired_at is null as in_use
                        from waste.facility
                        order by code
                        """)
                .query((row, number) -> new Facility(
                        row.getString("code"),
                        FacilityKind.valueOf(row.getString("kind")),
                        new Names(row.getString("name_zh"), row.getString("name_en")),
                        new PlacePath(row.getString("place_path")),
                        classes(row.getArray("accepted")),
                        Origin.valueOf(row.getString("origin")),
                        row.getBoolean("in_use")))
                .list();
    }

    static String[] codes(Collection<WasteClass> classes) {
        return classes.stream().map(WasteClass::code).sorted().toArray(String[]::new);
    }

    static Set<WasteClass> classes(Array codes) throws SQLException {
        var classes = EnumSet.noneOf(WasteClass.class);
        Arrays.stream((String[]) codes.getArray())
                .map(code -> WasteClass.find(code).orElseThrow())
                .forEach(classes::add);
        return classes;
    }
}
