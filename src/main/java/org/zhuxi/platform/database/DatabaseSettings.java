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
        return keyFolder().resolve(name);
    }

    /** Where the keys lie. */
    public Path keyFolder() {
        return keys == null ? data.resolve("keys") : keys;
    }

    /** Whether the folder of keys is the program's own; another one is kept by somebody else, such as a vault. */
    public boolean ownsKeys() {
        return keys == null;
    }

    /**
     * A server of one's own ({@code ZHUXI_DB_URL}, {@code ZHUXI_DB_USER}, {@code ZHUXI_DB_PASSWORD}).
     *
     * @param url {@code jdbc:postgresql://…} or {@code postgresql://…}
     * @param user answers requests, and owns the database when there is no other owner
     * @param owner another role that owns the database and changes its tables
     */
    public record Server(
            String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @Nullable Owner owner) {

        Login login() {
            return new Login(jdbc(url), user, password);
        }

        Login ownersLogin() {
            return owner == null
                    ? login()
                    : new Login(jdbc(owner.url() == null ? url : owner.url()), owner.user(), owner.password());
        }

        private static String jdbc(String url) {
            return url.startsWith("jdbc:") ? url : "jdbc:" + url;
        }
    }

    /**
     * Who owns the database ({@code ZHUXI_DB_OWNER_USER}, {@code ZHUXI_DB_OWNER_PASSWORD}, {@code ZHUXI_DB_OWNER_URL}).
     *
     * @param url where it connects otherwise, as with a certificate of its own; null when as the other
     */
    public record Owner(
            @Nullable String url,
            String user,
            @DefaultValue("") String password) {}
}
