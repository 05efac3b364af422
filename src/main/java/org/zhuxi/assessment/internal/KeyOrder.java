package org.zhuxi.assessment.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** In which order the keys of a criterion are written, and which of them its kinds of check, points and applicability have. */
final class KeyOrder implements Comparator<String> {

    /** Keys of a criterion and of all that lies within it, in the order of the shipped files. */
    static final KeyOrder INSTANCE = new KeyOrder();

    private static final List<String> KEYS = List.of(
            "code",
            "from",
            "area",
            "names",
            "zh",
            "en",
            "text",
            "role",
            "levels",
            "proposed",
            "maxPoints",
            "floor",
            "cap",
            "kind",
            "check",
            "of",
            "per",
            "factor",
            "threshold",
            "op",
            "value",
            "unit",
            "word",
            "least",
            "items",
            "kinds",
            "scale",
            "pass",
            "parts",
            "points",
            "steps",
            "applicability",
            "expression",
            "onNotApplicable",
            "min",
            "maxAgeDays",
            "mustBeGeoInside",
            "mustShowDate",
            "lookBackMonths",
            "verifiedBy",
            "evidence",
            "recheckEveryMonths",
            "covers",
            "indicator",
            "supply",
            "roles",
            "path");

    /** What belongs to a kind, besides the kind itself. */
    private static final Map<String, Set<String>> OF_KIND = Map.ofEntries(
            Map.entry("check.MEASURE", Set.of("of", "per", "factor", "threshold")),
            Map.entry("check.YES_NO", Set.of("of")),
            Map.entry("check.CHECKLIST", Set.of("least", "items")),
            Map.entry("check.DOCUMENT", Set.of("least", "kinds")),
            Map.entry("check.PANEL", Set.of("scale", "pass")),
            Map.entry("check.ALL", Set.of("parts")),
            Map.entry("points.ALL_OR_NOTHING", Set.of()),
            Map.entry("points.PROPORTIONAL", Set.of("from", "to")),
            Map.entry("points.STEPS", Set.of("steps")),
            Map.entry("points.PER_DEFECT", Set.of("points")),
            Map.entry("points.PANEL_MEAN", Set.of()),
            Map.entry("applicability.ALWAYS", Set.of()),
            Map.entry("applicability.EXPRESSION", Set.of("expression", "names")),
            Map.entry("applicability.CERTIFIED_ZERO", Set.of("names")));

    private KeyOrder() {}

    @Override
    public int compare(String one, String other) {
        return Comparator.<String>comparingInt(key -> KEYS.contains(key) ? KEYS.indexOf(key) : KEYS.size())
                .thenComparing(Comparator.naturalOrder())
                .compare(one, other);
    }

    /** Takes out what the chosen kinds do not have; what has no kind is not asked for at all. */
    @SuppressWarnings("unchecked")
    void clean(Map<String, Object> map) {
        for (var key : List.of("check", "points", "applicability")) {
            if (map.get(key) instanceof Map<?, ?> child && !clean(key, (Map<String, Object>) child)) {
                map.remove(key);
            }
        }
        map.values().forEach(value -> {
            if (value instanceof SortedMap<?, ?> list) {
                list.values().forEach(one -> clean((Map<String, Object>) one));
            } else if (value instanceof Map<?, ?> child) {
                clean((Map<String, Object>) child);
            }
        });
    }

    private static boolean clean(String key, Map<String, Object> map) {
        if (!(map.get("kind") instanceof String kind)) {
            return false;
        }
        var kept = OF_KIND.get(key + "." + kind);
        if (kept != null) {
            map.keySet().removeIf(one -> !one.equals("kind") && !kept.contains(one));
        }
        return true;
    }
}
