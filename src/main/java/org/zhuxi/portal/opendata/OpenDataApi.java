package org.zhuxi.portal.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.ExportSource;
import org.zhuxi.platform.table.TableColumn;
import org.zhuxi.platform.table.TableFormat;
import org.zhuxi.platform.table.TableWriter;
import tools.jackson.databind.json.JsonMapper;

/** Open data for programs and spreadsheets, without an account. Files are written as they are read, however long they are. */
@EnableConfigurationProperties(OpenDataSettings.class)
@RestController
@RequestMapping("/api/v1/open-data")
class OpenDataApi {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final OpenData data;
    private final OpenDataSettings settings;
    private final Places places;
    private final JsonMapper mapper;
    private final Clock clock;

    OpenDataApi(OpenData data, OpenDataSettings settings, Places places, JsonMapper mapper, Clock clock) {
        this.data = data;
        this.settings = settings;
        this.places = places;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param formats endings of the files */
    record SetJson(
            String code, Names names, Names about, List<TableColumn> columns, List<String> formats, boolean byDay) {}

    /** @param licence terms of use, and whom to name */
    record CatalogueJson(String licence, String licenceUrl, String attribution, List<SetJson> sets) {}

    @GetMapping
    CatalogueJson catalogue() {
        return new CatalogueJson(
                settings.licence(),
                settings.licenceUrl(),
                settings.attribution(),
                data.list().stream()
                        .map(set -> new SetJson(
                                set.code(),
                                set.names(),
                                set.about(),
                                set.columns(),
                                OpenData.hasPlaces(set) ? List.of("csv", "geojson") : List.of("csv"),
                                set.isByDay()))
                        .toList());
    }

    /**
     * @param place code of a place; the whole country when missing
     * @param from first day, where days mean something; a year ago when missing
     * @param to the day after the last; tomorrow when missing
     */
    @GetMapping("/{name}.{format}")
    void download(
            @PathVariable String name,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        var set = data.get(name);
        var isDrawn = format.equals("geojson") && OpenData.hasPlaces(set);
        if (!isDrawn && !format.equals("csv")) {
            throw new Refused.NotFound(name + "." + format);
        }
        var tomorrow = LocalDate.now(clock.withZone(ZONE)).plusDays(1);
        var scope = new ExportSource.Scope(path(place), day(from, tomorrow.minusYears(1)), day(to, tomorrow));
        response.setHeader(HttpHeaders.LINK, "<" + settings.licenceUrl() + ">; rel=\"license\"");
        try (var table = isDrawn ? drawn(response, set) : TableFormat.CSV.download(response, name, set.columns())) {
            set.write(Actor.VISITOR, scope, table::row);
        }
    }

    private TableWriter drawn(HttpServletResponse response, ExportSource set) throws IOException {
        response.setContentType("application/geo+json");
        return new GeoJsonTable(response.getOutputStream(), set.columns(), mapper);
    }

    private PlacePath path(@Nullable String code) {
        return code == null || code.isBlank()
                ? PlacePath.NATION
                : places.findByCode(code.strip()).map(Place::path).orElseThrow(() -> new Refused.NotFound(code));
    }

    private static LocalDate day(@Nullable String typed, LocalDate otherwise) {
        try {
            return typed == null || typed.isBlank() ? otherwise : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new OpenDataRefused.NoDay(typed);
        }
    }
}
