package org.zhuxi.portal.opendata;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.ExportSource;

/** The tables that are for everyone, in order of code. */
@Component
class OpenData {

    private final List<ExportSource> sets;

    OpenData(List<ExportSource> sources) {
        this.sets = sources.stream()
                .filter(source -> source.permission() == null)
                .sorted(Comparator.comparing(ExportSource::code))
                .toList();
    }

    List<ExportSource> list() {
        return sets;
    }

    ExportSource get(String code) {
        return sets.stream()
                .filter(set -> set.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(code));
    }

    /** Whether a table says where things are. */
    static boolean hasPlaces(ExportSource set) {
        return set.columns().stream()
                .anyMatch(column -> column.name().equals(GeoJsonTable.GEOMETRY)
                        || column.name().equals(GeoJsonTable.LATITUDE));
    }
}
