package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.Area;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.PassRule;
import org.zhuxi.assessment.StandardFault;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.StandardVersion.State;

/** Reads the YAML text of a standard and tells everything that is wrong with it at once. */
final class StandardReader {

    private final StandardRules rules;

    /** @param rules what holds for every standard */
    StandardReader(StandardRules rules) {
        this.rules = rules;
    }

    /**
     * What was read.
     *
     * @param standard null when something is wrong
     */
    record Read(@Nullable StandardVersion standard, List<StandardFault> faults) {}

    private enum RuleKind {
        ALL_MET,
        SCORE_GE,
        LEVEL_MATRIX
    }

    /**
     * What the text declares besides the standard itself, to be compared with what adds up.
     *
     * @param total points of all criteria that count, or null
     * @param areas points by area
     */
    record Declared(@Nullable BigDecimal total, Map<String, BigDecimal> areas) {}

    /** Reads a text that somebody is writing, with everything that has to hold today. */
    Read read(String text, State state, KnownStandards known) {
        return read(text, state, known, rules);
    }

    /** Reads a text that was published: what has to hold was checked then, against what was known then. */
    Read readPublished(String text, State state, KnownStandards known) {
        return read(text, state, known, null);
    }

    private static Read read(String text, State state, KnownStandards known, @Nullable StandardRules checks) {
        var faults = new Faults();
        var standard = YamlMap.read(text, faults).map(map -> standard(map, state, known, checks, faults));
        return new Read(faults.isEmpty() ? standard.orElse(null) : null, faults.list());
    }

    private static StandardVersion standard(
            YamlMap map, State state, KnownStandards known, @Nullable StandardRules checks, Faults faults) {
        var code = map.text("code");
        var parentCode = map.find("parent");
        if (checks != null) {
            checks.parents(code, parentCode, known, faults);
        }
        var parentVersion = map.findWhole("parentVersion", 1);
        var parent = parentCode == null || parentVersion == null
                ? null
                : known.find(parentCode, parentVersion).orElse(null);
        faults.require(
                parentCode == null || parent != null,
                parentVersion == null ? "parent" : "parentVersion",
                parentVersion == null ? "key-missing" : "parent-unknown",
                parentVersion == null ? "parentVersion" : parentCode + " " + parentVersion);
        var points = new HashMap<String, BigDecimal>();
        var areas = map.children("areas").stream().map(one -> area(one, points)).toList();
        var criteria = criteria(map, new CriterionReader(faults, parent));
        var standard = new StandardVersion(
                code,
                map.whole("version", 1),
                map.names("names"),
                map.text("jurisdiction"),
                parentCode,
                areas,
                criteria,
                passRule(map, faults),
                map.day("effectiveFrom"),
                map.flag("official"),
                map.text("source"),
                state);
        var declared = new Declared(map.findNumber("total"), points);
        map.nothingElse();
        if (checks != null) {
            checks.check(standard, declared, known, faults);
        }
        return standard;
    }

    private static Area area(YamlMap map, Map<String, BigDecimal> points) {
        var area =
                new Area(map.text("code"), map.names("names"), map.findNumber("weight"), map.findNumber("minPoints"));
        var declared = map.findNumber("points");
        if (declared != null) {
            points.put(area.code(), declared);
        }
        map.nothingElse();
        return area;
    }

    private static List<Criterion> criteria(YamlMap map, CriterionReader reader) {
        var found = map.children("criteria");
        return IntStream.range(0, found.size())
                .mapToObj(i -> reader.read(found.get(i), i + 1))
                .toList();
    }

    private static PassRule passRule(YamlMap map, Faults faults) {
        var found = map.child("passRule").map(rule -> {
            var read = switch (rule.choice("kind", RuleKind.class)) {
                case ALL_MET -> new PassRule.AllMet();
                case SCORE_GE -> new PassRule.ScoreAtLeast(rule.number("score"));
                case LEVEL_MATRIX -> levels(rule);
            };
            rule.nothingElse();
            return read;
        });
        faults.require(found.isPresent(), "passRule", "key-missing", "passRule");
        return found.orElseGet(PassRule.AllMet::new);
    }

    private static PassRule levels(YamlMap rule) {
        return new PassRule.Levels(rule.children("levels").stream()
                .map(one -> {
                    var level = new PassRule.Level(one.text("code"), one.names("names"));
                    one.nothingElse();
                    return level;
                })
                .toList());
    }
}
