package org.zhuxi.platform.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where the database is and as whom it is used. */
record Login(String url, String user, String secret) {

    /** For answering requests. */
    JdbcConnectionDetails forRequests() {
        return new JdbcConnectionDetails() {

            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public String getPassword() {
                return secret;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    /** For changing the tables. */
    FlywayConnectionDetails forMigrations() {
        return new FlywayConnectionDetails() {

            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public String getPassword() {
                return secret;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
