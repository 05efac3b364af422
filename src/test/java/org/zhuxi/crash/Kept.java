package org.zhuxi.crash;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the database really holds, read past the program. */
record Kept(Set<UUID> ids, Set<UUID> duplicates) {

    static Kept idsIn(ProgramUnderFire program) throws Exception {
        var kept = new Kept(new HashSet<>(), new HashSet<>());
        try (var connection = DriverManager.getConnection(program.jdbcUrl());
                var rows = connection.createStatement().executeQuery("select id from activity.activity")) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                if (!kept.ids.add(id)) {
                    kept.duplicates.add(id);
                }
            }
        }
        return kept;
    }

    /** How many of these are not there. */
    int missing(Set<UUID> acknowledged) {
        var gone = new HashSet<>(acknowledged);
        gone.removeIf(ids::contains);
        return gone.size();
    }

    static Map<UUID, Long> pointsByHousehold(ProgramUnderFire program) throws Exception {
        var points = new HashMap<UUID, Long>();
        try (var connection = DriverManager.getConnection(program.jdbcUrl());
                var rows = connection
                        .createStatement()
                        .executeQuery("select id, credits - debits from points.account where credits > 0")) {
            while (rows.next()) {
                points.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The accounts cannot be read", e);
        }
        return points;
    }
}
