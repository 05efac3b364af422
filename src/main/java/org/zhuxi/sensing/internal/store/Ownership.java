package org.zhuxi.sensing.internal.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.Sql;
import tools.jackson.databind.JsonNode;

/**
 * Decides whose a new entity is: {@code properties.place} names the code of a place and {@code properties.public} opens it to
 * everybody; else it belongs where the entity around it belongs, or to the widest place its maker looks after.
 */
@Component
class Ownership {

    private final WorkPlaces places;

    Ownership(WorkPlaces places) {
        this.places = places;
    }

    /** @throws org.zhuxi.kernel.Refused when the code names no place, or the maker may nowhere */
    Belonging of(Scribe scribe, JsonNode body, @Nullable Belonging around) {
        var properties = body.path("properties");
        var isOpen = properties.path("public").asBoolean(around != null && around.isOpen());
        var code = properties.path("place").asString("");
        if (code.isEmpty() && around != null) {
            return new Belonging(around.community(), around.path(), isOpen);
        }
        if (code.isEmpty() && scribe.isFree()) {
            return new Belonging(0, PlacePath.NATION, true);
        }
        var place = places.of(scribe.actor(), SensingPermissions.MANAGE, code);
        var community = place.community();
        return new Belonging(community == null ? 0 : community.value(), place.path(), isOpen);
    }

    /** Whether rows of the type say themselves whose they are. */
    static boolean isKept(EntityType type) {
        return !type.isStream() && type != EntityType.HISTORICAL_LOCATION && type != EntityType.OBSERVATION;
    }

    static Map<String, Sql> columns(EntityType type, Belonging belonging) {
        var columns = new LinkedHashMap<String, Sql>();
        columns.put("community_id", Sql.value(belonging.community(), "integer"));
        columns.put("place_path", Sql.value(belonging.path().value(), "text"));
        if (type != EntityType.SENSOR && type != EntityType.OBSERVED_PROPERTY) {
            columns.put("is_open", Sql.value(belonging.isOpen(), "boolean"));
        }
        return columns;
    }
}
