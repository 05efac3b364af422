package org.zhuxi.exchange.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.exchange.Exports;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.TableFormat;

/** Tables as CSV, XLSX and Parquet. {@code from} is the first day, {@code to} the day after the last. */
@RestController
@RequestMapping("/api/v1/exports")
class ExportsApi {

    private final Exports exports;
    private final ExportPlace places;

    ExportsApi(Exports exports, ExportPlace places) {
        this.exports = exports;
        this.places = places;
    }

    @GetMapping("/{name}.{format}")
    void download(
            Actor actor,
            @PathVariable String name,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        var form = TableFormat.find(format).orElseThrow(() -> new Refused.NotFound(name + "." + format));
        var source = exports.getSource(actor, name);
        var at = places.choose(actor, source, place);
        exports.write(
                actor,
                source,
                places.scope(at, from, to),
                () -> form.download(response, name + "-" + at.code(), source.columns()));
    }
}
