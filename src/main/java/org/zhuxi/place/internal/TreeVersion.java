package org.zhuxi.place.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the changes of the tree in the database, for all programs that run on it. */
@Component
class TreeVersion {

    private final JdbcClient jdbc;

    TreeVersion(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long read() {
        return jdbc.sql("select version from place.tree_version")
                .query(Long.class)
                .single();
    }

    /** Tells all programs, when the running transaction commits, that the tree has changed. */
    void increase() {
        jdbc.sql("update place.tree_version set version = version + 1").update();
    }
}
