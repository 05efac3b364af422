package org.zhuxi.sensing.internal.query;

import java.util.List;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.sensing.internal.model.EntityType;

/**
 * What of the catalogue somebody sees: what is open, and what lies in places where he may read.
 *
 * @param isWhole whether he sees everything
 * @param paths places in which he may read what is not open
 */
public record Sight(boolean isWhole, List<String> paths) {

    public static final Sight WHOLE = new Sight(true, List.of());

    public Sight {
        paths = List.copyOf(paths);
    }

    /** Whether it sees what lies at a place. */
    public boolean sees(PlacePath path, boolean isOpen) {
        return isWhole || isOpen || paths.stream().anyMatch(one -> new PlacePath(one).contains(path));
    }

    /** The condition on rows of this type; empty when all may be seen. */
    public Sql condition(EntityType type, String alias) {
        if (isWhole) {
            return Sql.of();
        }
        return switch (type) {
            case THING, LOCATION, FEATURE_OF_INTEREST -> own(alias);
            case HISTORICAL_LOCATION, DATASTREAM, MULTI_DATASTREAM ->
                Sql.of(alias, ".thing_id in (select vt.id from sensing.thing vt where ", own("vt"), ")");
            case OBSERVATION ->
                Sql.of(
                        alias,
                        ".stream_id in (select vs.id from sensing.stream vs join sensing.thing vt on vt.id = vs.thing_id where ",
                        own("vt"),
                        ")");
            case SENSOR, OBSERVED_PROPERTY -> Sql.of();
        };
    }

    private Sql own(String alias) {
        if (paths.isEmpty()) {
            return Sql.of(alias, ".is_open");
        }
        var exact = paths.toArray(String[]::new);
        var below = paths.stream()
                .map(path -> path.equals("/") ? "/%" : path + "/%")
                .toArray(String[]::new);
        return Sql.of(
                "(",
                alias,
                ".is_open or ",
                alias,
                ".place_path = any(",
                Sql.value(exact, "text[]"),
                ") or ",
                alias,
                ".place_path like any(",
                Sql.value(below, "text[]"),
                "))");
    }
}
