package org.zhuxi.transparency.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves the log to machines after c2sp.org/tlog-tiles: {@code /log/checkpoint} and {@code /log/tile/<L>/<N>[.p/<W>]}.
 * There are no entry bundles, for rows are never published. Routes, not controllers: no session, so that any cache can keep
 * them.
 */
@Configuration(proxyBeanMethods = false)
class TileRoutes {

    /** A part of a tile is 1 to 255 hashes wide; 256 are a whole one, which has one address only. */
    private static final Pattern TILE = Pattern.compile("/log/tile/(0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})"
            + "(?:\\.p/([1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final Duration SECONDS = Duration.ofSeconds(2);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final LogStore store;
    private final Tiles tiles;

    TileRoutes(LogStore store, Tiles tiles) {
        this.store = store;
        this.tiles = tiles;
    }

    @Bean
    RouterFunction<ServerResponse> logRoutes() {
        return RouterFunctions.route()
                .route(RequestPredicates.GET("/log/checkpoint"), request -> checkpoint())
                .route(RequestPredicates.GET("/log/tile/**"), this::tile)
                .build();
    }

    private ServerResponse checkpoint() {
        return store.published()
                .map(published -> ServerResponse.ok()
                        .contentType(TEXT)
                        .cacheControl(CacheControl.maxAge(SECONDS).cachePublic())
                        .body(published.note()))
                .orElseGet(() -> ServerResponse.notFound().build());
    }

    private ServerResponse tile(ServerRequest request) {
        return find(request.path())
                .map(hashes -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(
                                CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                        .body(hashes))
                .orElseGet(() -> ServerResponse.notFound().build());
    }

    private Optional<byte[]> find(String path) {
        var asked = TILE.matcher(path);
        if (!asked.matches()) {
            return Optional.empty();
        }
        var number = Long.parseLong(asked.group(2).replaceAll("[x/]", ""));
        var width = width(asked.group(3));
        return store.published()
                .flatMap(published -> tiles.read(Integer.parseInt(asked.group(1)), number, width, published.size()));
    }

    private static int width(@Nullable String partial) {
        return partial == null ? Tiles.WIDTH : Integer.parseInt(partial);
    }
}
