package org.zhuxi.testing;

import static java.util.Objects.requireNonNull;

import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The test database as its owner uses it; the program answers requests as a role that may not change tables. */
public final class Owner {

    private Owner() {}

    /** Each statement has a connection of its own and is kept at once. */
    public static JdbcClient of(FlywayConnectionDetails owner) {
        return JdbcClient.create(source(owner));
    }

    /** A new connection each time. */
    public static DataSource source(FlywayConnectionDetails owner) {
        return new DriverManagerDataSource(
                requireNonNull(owner.getJdbcUrl()),
                requireNonNull(owner.getUsername()),
                requireNonNull(owner.getPassword()));
    }
}
