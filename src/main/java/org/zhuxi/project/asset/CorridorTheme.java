package org.zhuxi.project.asset;

import java.util.EnumMap;
import java.util.Map;
import org.zhuxi.kernel.Names;

/** How many corridors of each kind have a theme. @param corridors kinds without any are missing */
public record CorridorTheme(Names theme, Map<AssetKind, Long> corridors) {

    public CorridorTheme {
        var ordered = new EnumMap<AssetKind, Long>(AssetKind.class);
        ordered.putAll(corridors);
        corridors = ordered;
    }

    public long all() {
        return corridors.values().stream().mapToLong(Long::longValue).sum();
    }
}
