package org.zhuxi.activity;

import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhuxi.activity.internal.ActFiling;
import org.zhuxi.activity.internal.ActStore;

/** Opens the tables in which other modules keep their acts that count. */
@Service
public class ActBooks {

    private static final Pattern TABLE = Pattern.compile("[a-z]+\\.act");

    private final JdbcClient jdbc;
    private final ActFiling filing;
    private final Clock clock;

    ActBooks(JdbcClient jdbc, ActFiling filing, Clock clock) {
        this.jdbc = jdbc;
        this.filing = filing;
        this.clock = clock;
    }

    /** @param table schema and name, with the columns of {@code governance.act} */
    public ActBook in(String table) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("No table of acts: " + table);
        }
        return new ActBook(new ActStore(jdbc, table), filing, clock);
    }
}
