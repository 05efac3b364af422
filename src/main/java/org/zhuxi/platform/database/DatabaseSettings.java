package org.zhuxi.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lives.
 *
 * @param data folder of everything this program keeps: database, files, demo sign-ins
 * @param keys folder of the keys; {@code <data>/keys} when it is missing
 * @param db a PostgreSQL server of one's own; the embedded one is used when its {@code url} is missing
 */
@ConfigurationProperties("zhuxi")
public record DatabaseSettings(
        @DefaultValue("data") Path data,
        @Nullable Path keys,
        @Nullable Server db) {

    /** A secret key of that name; the program makes it there when it is first needed. */
    public Path key(String name) {
        return (keys == null ? data.resolve("keys") : keys).resolve(name);
    }

    /**
     * A server of one's own ({@code ZHUXI_DB_URL}, {@code ZHUXI_DB_USER}, {@code ZHUXI_DB_PASSWORD}).
     *
     * @param url {@code jdbc:postgresql://…} or {@code postgresql://…}
     */
    public record Server(
            String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        String jdbcUrl() {
            return url.startsWith("jdbc:") ? url : "jdbc:" + url;
        }
    }
}
