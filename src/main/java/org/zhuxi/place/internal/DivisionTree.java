package org.zhuxi.place.internal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.RowProblems;
import org.zhuxi.place.internal.DivisionSource.Placed;
import org.zhuxi.place.internal.DivisionSource.Row;

/** The upper part of the tree in memory, to find the paths of many units without asking for each. */
@Component
public class DivisionTree {

    private final JdbcClient jdbc;

    DivisionTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tree as it is, down to the streets. */
    public Upper read() {
        var paths = new HashMap<String, PlacePath>();
        jdbc.sql("select code, path from place.division where valid_to is null and kind <> 'COMMUNITY'")
                .query(row -> {
                    paths.put(row.getString("code"), new PlacePath(row.getString("path")));
                });
        return new Upper(paths);
    }

    /** Paths by code; grows with the lists that are read. */
    public static final class Upper {

        private final Map<String, PlacePath> paths;

        private Upper(Map<String, PlacePath> paths) {
            this.paths = paths;
        }

        public Placed place(Row row, DivisionFile file, RowProblems problems) {
            var above = paths.get(row.parent());
            if (above == null) {
                problems.add(file.name(), row.line(), "place-list-parent", row.code(), row.parent());
                return new Placed(file.name(), row, null);
            }
            var path = above.child(PlaceCode.segment(row.code(), row.kind()));
            if (row.kind() != PlaceKind.COMMUNITY) {
                paths.put(row.code(), path);
            }
            return new Placed(file.name(), row, path);
        }
    }
}
