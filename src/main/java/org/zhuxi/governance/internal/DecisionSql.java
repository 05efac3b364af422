package org.zhuxi.governance.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.zhuxi.governance.Decision;

/** Statements about one decision and what belongs to it. */
final class DecisionSql {

    private DecisionSql() {}

    /** Binds {@code community} and {@code decision}. */
    static StatementSpec of(JdbcClient jdbc, Decision decision, String sql) {
        return jdbc.sql(sql).param("community", decision.community().value()).param("decision", decision.id());
    }
}
