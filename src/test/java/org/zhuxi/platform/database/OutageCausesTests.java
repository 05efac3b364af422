package org.zhuxi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class OutageCausesTests {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "53300", "57P01", "57P03", "40P01", "40001"})
    void aStateThatPassesIsAnOutage(String state) {
        var failure = new DataAccessResourceFailureException("away", new SQLException("away", state));

        assertThat(Outage.isCauseOf(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "42601", "22P02", "57014"})
    void aStateThatStaysIsNone(String state) {
        assertThat(Outage.isCauseOf(new IllegalStateException(new SQLException("wrong", state))))
                .isFalse();
    }

    @Test
    void aTransactionWithoutAnAnswerIsAnOutage() {
        assertThat(Outage.isCauseOf(new TransactionSystemException("JDBC rollback failed")))
                .isTrue();
    }

    @Test
    void aClosedConnectionHasNoStateAndIsAnOutage() {
        assertThat(Outage.isCauseOf(new IllegalStateException(new SQLException("Connection is closed"))))
                .isTrue();
    }

    @Test
    void aMistakeOfTheProgramIsNone() {
        assertThat(Outage.isCauseOf(new NullPointerException())).isFalse();
        assertThat(Outage.isCauseOf(null)).isFalse();
    }
}
