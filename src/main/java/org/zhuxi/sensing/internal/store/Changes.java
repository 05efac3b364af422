package org.zhuxi.sensing.internal.store;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhuxi.sensing.internal.model.EntityType;

/**
 * Tells every program on the database what of the catalogue was made or changed, once the running transaction is committed. New
 * observations are not told one by one: they are known by their numbers.
 */
@Repository
public class Changes {

    /** The channel of {@code LISTEN}; what comes is the name of the type, a blank and the id. */
    public static final String CHANNEL = "sensing_changed";

    private final JdbcTemplate jdbc;

    Changes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void tell(EntityType type, long id) {
        jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, type.name() + " " + id);
    }
}
