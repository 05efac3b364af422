package org.zhuxi.sensing.internal.sta;

import java.util.LinkedHashSet;
import java.util.Objects;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Property;
import org.zhuxi.sensing.internal.query.StaError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a JSON Patch on an entity as it is read into the properties that a merge would name. */
final class EntityPatch {

    private EntityPatch() {}

    /**
     * What the patch changes; what it takes away is null.
     *
     * @param shown the entity as it is read
     * @throws StaError when the patch cannot be applied, or changes what the service itself makes
     */
    static ObjectNode changes(EntityType type, JsonNode patch, JsonNode shown) {
        var patched = JsonPatch.apply(patch, shown);
        if (!patched.isObject()) {
            throw StaError.bad("An entity is a JSON object");
        }
        var names = new LinkedHashSet<>(shown.propertyNames());
        names.addAll(patched.propertyNames());
        var changes = JsonNodeFactory.instance.objectNode();
        for (var name : names) {
            var value = patched.get(name);
            if (!Objects.equals(value, shown.get(name))) {
                requireChangeable(type, name, value == null);
                changes.set(name, Objects.requireNonNullElseGet(value, JsonNodeFactory.instance::nullNode));
            }
        }
        return changes;
    }

    private static void requireChangeable(EntityType type, String name, boolean isRemoved) {
        var property = type.property(name);
        if (name.contains("@") || property.filter(Property::isComputed).isPresent()) {
            throw StaError.bad(name + " is made by the service");
        }
        if (isRemoved && property.filter(Property::isRequired).isPresent()) {
            throw StaError.bad(type.singular() + " needs " + name);
        }
    }
}
