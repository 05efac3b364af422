package org.zhuxi.request.internal.patrol;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.request.patrol.LoggedVisit;
import org.zhuxi.request.patrol.PatrolLog;
import org.zhuxi.request.patrol.PatrolPermissions;

/** The log of patrols for programs and as a table. */
@RestController
class PatrolLogApi {

    private static final int PAGE = 100;
    private static final int CSV_PAGE = 1_000;
    private final PatrolLog log;
    private final WorkPlaces work;

    PatrolLogApi(PatrolLog log, WorkPlaces work) {
        this.log = log;
        this.work = work;
    }

    /** @param after the {@code next} of the answer before */
    @GetMapping("/api/v1/patrols")
    Slice<LoggedVisit> list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String after) {
        var at = work.of(actor, PatrolPermissions.WALK, place);
        return log.list(actor, at.path(), PAGE, after);
    }

    @GetMapping(PatrolPages.WORK + ".csv")
    void csv(Actor actor, @RequestParam @Nullable String place, HttpServletResponse response) throws IOException {
        var at = work.of(actor, PatrolPermissions.PLAN, place);
        var page = log.list(actor, at.path(), CSV_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "patrols-" + at.code(),
                "patrol",
                "route_zh",
                "route_en",
                "checkpoint",
                "place",
                "result",
                "plate_scanned",
                "request",
                "visited_at",
                "patrol_ended_at")) {
            while (true) {
                for (var it : page.items()) {
                    csv.row(
                            it.patrol(),
                            it.route().zh(),
                            it.route().en(),
                            it.number(),
                            it.place(),
                            it.result(),
                            it.scanned(),
                            it.request(),
                            it.visitedAt(),
                            it.endedAt());
                }
                var next = page.next();
                if (next == null) {
                    return;
                }
                page = log.list(actor, at.path(), CSV_PAGE, next);
            }
        }
    }
}
