package org.zhuxi.exchange.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.zhuxi.exchange.Imports;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.table.HandoutImport;
import org.zhuxi.platform.table.TableColumn;

/** What is handed out for an import, as CSV that nobody keeps on the way. */
final class HandoutFile {

    private HandoutFile() {}

    /** Written when everything is kept, so that no code is given out that does not count. */
    static void write(Imports imports, Actor actor, UUID id, HttpServletResponse response) throws IOException {
        var rows = new ArrayList<@Nullable Object[]>();
        imports.handOut(actor, id, rows::add);
        var source =
                (HandoutImport) imports.getSource(actor, imports.get(actor, id).source());
        var columns = source.handout().stream().map(TableColumn::name).toArray(String[]::new);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var csv = CsvTable.download(response, source.code() + "-codes", columns)) {
            for (var row : rows) {
                csv.row(row);
            }
        }
    }
}
