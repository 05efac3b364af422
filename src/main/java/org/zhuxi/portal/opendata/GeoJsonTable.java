package org.zhuxi.portal.opendata;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.platform.table.TableColumn;
import org.zhuxi.platform.table.TableWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table as GeoJSON (RFC 7946), row by row: the column {@code geometry}, or {@code latitude} and {@code longitude}, become the
 * geometry of a feature and all others its properties.
 */
final class GeoJsonTable implements TableWriter {

    static final String GEOMETRY = "geometry";
    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";

    private final JsonGenerator json;
    private final List<TableColumn> columns;

    GeoJsonTable(OutputStream out, List<TableColumn> columns, JsonMapper mapper) {
        this.columns = columns;
        this.json = mapper.createGenerator(out);
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeArrayPropertyStart("features");
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeName(GEOMETRY);
        writeGeometry(cells);
        json.writeObjectPropertyStart("properties");
        for (var i = 0; i < columns.size(); i++) {
            var name = columns.get(i).name();
            if (cells[i] != null && !List.of(GEOMETRY, LATITUDE, LONGITUDE).contains(name)) {
                json.writeName(name);
                writeValue(cells[i]);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeGeometry(@Nullable Object[] cells) {
        var drawn = cell(cells, GEOMETRY);
        var latitude = cell(cells, LATITUDE);
        var longitude = cell(cells, LONGITUDE);
        if (drawn != null) {
            json.writeRawValue(drawn.toString());
        } else if (latitude instanceof Number north && longitude instanceof Number east) {
            json.writeStartObject();
            json.writeStringProperty("type", "Point");
            json.writeArrayPropertyStart("coordinates");
            json.writeNumber(east.doubleValue());
            json.writeNumber(north.doubleValue());
            json.writeEndArray();
            json.writeEndObject();
        } else {
            json.writeNull();
        }
    }

    private @Nullable Object cell(@Nullable Object[] cells, String name) {
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return cells[i];
            }
        }
        return null;
    }

    private void writeValue(@Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean yes -> json.writeBoolean(yes);
            case BigDecimal number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
