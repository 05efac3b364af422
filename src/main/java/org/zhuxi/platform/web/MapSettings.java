package org.zhuxi.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.util.UriUtils;

/**
 * What lies under the outlines of a map. By default nothing does, so that a map works without the internet and tells nobody who
 * looks at it.
 *
 * @param tiles whose pictures are shown
 * @param key for Tianditu: a browser's key, which Tianditu should accept from this address only, as every reader can see it
 * @param attribution what has to stand beside the map, such as the approval number (审图号); the usual words when empty
 */
@ConfigurationProperties("zhuxi.map")
public record MapSettings(
        @DefaultValue("none") Tiles tiles,
        @DefaultValue("") String key,
        @DefaultValue("") String attribution) {

    /** Where the pictures under a map come from. */
    public enum Tiles {
        NONE,
        OSM,
        TIANDITU
    }

    public MapSettings {
        if (tiles == Tiles.TIANDITU && key.isBlank()) {
            throw new IllegalArgumentException("zhuxi.map.tiles=tianditu needs zhuxi.map.key");
        }
    }

    /** Templates of the addresses of the pictures, the lowest first, with a blank between them; empty without pictures. */
    public String layers() {
        return switch (tiles) {
            case NONE -> "";
            case OSM -> "https://tile.openstreetmap.org/{z}/{x}/{y}.png";
            case TIANDITU -> tianditu("vec") + " " + tianditu("cva");
        };
    }

    /** What the page says about them. */
    public String shownAttribution() {
        return switch (tiles) {
            case NONE -> attribution;
            case OSM -> attribution.isBlank() ? "© OpenStreetMap contributors" : attribution;
            case TIANDITU -> attribution.isBlank() ? "天地图 Tianditu" : attribution;
        };
    }

    /** What the content security policy allows pictures from besides this program; empty without pictures from elsewhere. */
    public String imageSources() {
        return switch (tiles) {
            case NONE -> "";
            case OSM -> " https://tile.openstreetmap.org";
            case TIANDITU -> " https://*.tianditu.gov.cn";
        };
    }

    private String tianditu(String layer) {
        return "https://t{s}.tianditu.gov.cn/%s_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=%s&STYLE=default"
                        .formatted(layer, layer)
                + "&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk="
                + UriUtils.encode(key, java.nio.charset.StandardCharsets.UTF_8);
    }
}
