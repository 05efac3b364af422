package org.zhuxi.platform.database;

import java.util.Map;
import java.util.Optional;

/**
 * How far each module is migrated.
 *
 * @param versions the last version wanted of each module that is migrated at all; null for every module to its newest
 */
public record MigrationTargets(
        @org.jspecify.annotations.Nullable Map<String, String> versions) {

    /** Every module to its newest version. */
    public static final MigrationTargets NEWEST = new MigrationTargets(null);

    private static final String MAY_BE_MISSING = "?"; // then Flyway goes as far as it can

    /** The version at which a module stops: {@code latest}, a number, or nothing when it is left out. */
    Optional<String> of(String module) {
        return versions == null
                ? Optional.of("latest")
                : Optional.ofNullable(versions.get(module)).map(version -> version + MAY_BE_MISSING);
    }
}
