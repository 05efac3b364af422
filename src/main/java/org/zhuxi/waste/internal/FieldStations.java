package org.zhuxi.waste.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import org.zhuxi.kernel.Actor;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;
import org.zhuxi.waste.WastePermissions;

/** At which station somebody works: chosen once and remembered on the device. */
@Component
public class FieldStations {

    private static final String COOKIE = "station";
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Stations stations;

    FieldStations(Stations stations) {
        this.stations = stations;
    }

    /** The stations at which this person may record drops. */
    public List<StationView> choices(Actor actor) {
        return stations.listFor(actor, WastePermissions.RECORD_DROPS);
    }

    /** The station asked for, else the one remembered, else the only one there is. */
    public Optional<StationView> current(List<StationView> choices, @Nullable UUID asked, HttpServletRequest request) {
        var wanted = asked == null ? remembered(request) : asked.toString();
        return choices.stream()
                .filter(view -> view.station().site().id().toString().equals(wanted))
                .findFirst()
                .or(() -> choices.size() == 1 ? Optional.of(choices.getFirst()) : Optional.empty());
    }

    void remember(UUID site, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, site.toString())
                .path("/field")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(REMEMBERED)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static @Nullable String remembered(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }
}
