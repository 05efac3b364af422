package org.zhuxi.sensing.internal.model;

import static org.zhuxi.sensing.internal.model.Property.Form.FEATURE;
import static org.zhuxi.sensing.internal.model.Property.Form.INSTANT;
import static org.zhuxi.sensing.internal.model.Property.Form.INTERVAL;
import static org.zhuxi.sensing.internal.model.Property.Form.JSON;
import static org.zhuxi.sensing.internal.model.Property.Form.MOMENT;
import static org.zhuxi.sensing.internal.model.Property.Form.RESULT;
import static org.zhuxi.sensing.internal.model.Property.Form.TEXT;
import static org.zhuxi.sensing.internal.model.Property.computed;
import static org.zhuxi.sensing.internal.model.Property.optional;
import static org.zhuxi.sensing.internal.model.Property.required;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The entities of OGC SensorThings 1.1 and where their rows are kept (OGC 18-088 §8). */
public enum EntityType {
    THING(
            "Things",
            "Thing",
            "sensing.thing",
            required("name", TEXT, "name"),
            required("description", TEXT, "description"),
            optional("properties", JSON, "properties")),
    LOCATION(
            "Locations",
            "Location",
            "sensing.location",
            required("name", TEXT, "name"),
            required("description", TEXT, "description"),
            required("encodingType", TEXT, "encoding_type"),
            required("location", FEATURE, "location"),
            optional("properties", JSON, "properties")),
    HISTORICAL_LOCATION(
            "HistoricalLocations",
            "HistoricalLocation",
            "sensing.historical_location",
            required("time", MOMENT, "time_at")),
    DATASTREAM(
            "Datastreams",
            "Datastream",
            "sensing.v_stream",
            required("name", TEXT, "name"),
            required("description", TEXT, "description"),
            required("observationType", TEXT, "observation_type"),
            required("unitOfMeasurement", JSON, "unit"),
            computed("observedArea", FEATURE, "observed_area"),
            computed("phenomenonTime", INTERVAL, "first_at", "last_at"),
            computed("resultTime", INTERVAL, "first_result_at", "last_result_at"),
            optional("properties", JSON, "properties")),
    MULTI_DATASTREAM(
            "MultiDatastreams",
            "MultiDatastream",
            "sensing.v_stream",
            required("name", TEXT, "name"),
            required("description", TEXT, "description"),
            required("observationType", TEXT, "observation_type"),
            required("multiObservationDataTypes", JSON, "data_types"),
            required("unitOfMeasurements", JSON, "unit"),
            computed("observedArea", FEATURE, "observed_area"),
            computed("phenomenonTime", INTERVAL, "first_at", "last_at"),
            computed("resultTime", INTERVAL, "first_result_at", "last_result_at"),
            optional("properties", JSON, "properties")),
    SENSOR(
            "Sensors",
            "Sensor",
            "sensing.sensor",
            required("name", TEXT, "name"),
            required("description", TEXT, "description"),
            required("encodingType", TEXT, "encoding_type"),
            required("metadata", JSON, "metadata"),
            optional("properties", JSON, "properties")),
    OBSERVED_PROPERTY(
            "ObservedProperties",
            "ObservedProperty",
            "sensing.observed_property",
            required("name", TEXT, "name"),
            required("definition", TEXT, "definition"),
            required("description", TEXT, "description"),
            optional("properties", JSON, "properties")),
    OBSERVATION(
            "Observations",
            "Observation",
            "sensing.observation",
            optional("phenomenonTime", INSTANT, "start_at", "end_at"),
            required("result", RESULT, "result_kind", "result_num", "result_text", "result_json"),
            optional("resultTime", MOMENT, "result_at"),
            optional("resultQuality", JSON, "quality"),
            optional("validTime", INTERVAL, "valid_from", "valid_to"),
            optional("parameters", JSON, "parameters")),
    FEATURE_OF_INTEREST(
            "FeaturesOfInterest",
            "FeatureOfInterest",
            "sensing.feature",
            required("name", TEXT, "name"),
            required("description", TEXT, "description"),
            required("encodingType", TEXT, "encoding_type"),
            required("feature", FEATURE, "feature"),
            optional("properties", JSON, "properties"));

    private final String set;
    private final String singular;
    private final String table;
    private final List<Property> properties;

    EntityType(String set, String singular, String table, Property... properties) {
        this.set = set;
        this.singular = singular;
        this.table = table;
        this.properties = List.of(properties);
    }

    /** As in addresses, such as {@code Things}. */
    public String set() {
        return set;
    }

    public String singular() {
        return singular;
    }

    /** The table or view it is read from. */
    public String table() {
        return table;
    }

    public List<Property> properties() {
        return properties;
    }

    public Optional<Property> property(String name) {
        return properties.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** Whether a row of the table is one of these; true for all but the two kinds of streams. */
    public String restriction(String alias) {
        return switch (this) {
            case DATASTREAM -> "not " + alias + ".is_multi";
            case MULTI_DATASTREAM -> alias + ".is_multi";
            default -> "";
        };
    }

    public List<Relation> relations() {
        return Relation.of(this);
    }

    public Optional<Relation> relation(String name) {
        return relations().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The type of a set such as {@code Things}. */
    public static Optional<EntityType> ofSet(String name) {
        return Arrays.stream(values()).filter(one -> one.set.equals(name)).findFirst();
    }

    public boolean isStream() {
        return this == DATASTREAM || this == MULTI_DATASTREAM;
    }
}
