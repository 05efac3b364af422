package org.zhuxi.place.internal;

import java.time.LocalDate;
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

    /** Whether what is kept by paths has followed this change of the tree, on this day. */
    boolean isFollowed(long version, LocalDate day) {
        return jdbc.sql("""
                        select exists (
                            select from place.tree_version
                            where followed_version = :version and followed_on = :day)
                        """)
                .param("version", version)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void followed(long version, LocalDate day) {
        jdbc.sql("update place.tree_version set followed_version = :version, followed_on = :day")
                .param("version", version)
                .param("day", day)
                .update();
    }

    /** Tells all programs, when the running transaction commits, that the tree has changed. */
    void increase() {
        jdbc.sql("update place.tree_version set version = version + 1").update();
    }
}
