package org.zhuxi.assessment.internal;

import java.math.BigDecimal;
import java.util.Objects;
import org.zhuxi.assessment.Applicability;
import org.zhuxi.assessment.Check;
import org.zhuxi.assessment.EvidenceKind;
import org.zhuxi.assessment.PointRule;
import org.zhuxi.assessment.Threshold;

/** Reads how a criterion is checked, what it is worth and of whom it is asked. */
final class CheckReader {

    private final Faults faults;

    CheckReader(Faults faults) {
        this.faults = faults;
    }

    /** Words for the kinds of checks in a file. */
    private enum CheckKind {
        MEASURE,
        YES_NO,
        CHECKLIST,
        DOCUMENT,
        PANEL,
        ALL
    }

    private enum PointKind {
        ALL_OR_NOTHING,
        PROPORTIONAL,
        STEPS,
        PER_DEFECT,
        PANEL_MEAN
    }

    private enum Asked {
        ALWAYS,
        EXPRESSION,
        CERTIFIED_ZERO
    }

    Check check(YamlMap parent) {
        var found = parent.child("check");
        faults.require(found.isPresent(), parent.at("check"), "key-missing", "check");
        return found.map(map -> {
                    var check = one(map);
                    map.nothingElse();
                    return check;
                })
                .orElseGet(() -> new Check.YesNo(null));
    }

    private Check one(YamlMap map) {
        return switch (map.choice("kind", CheckKind.class)) {
            case MEASURE ->
                new Check.Measure(
                        map.find("of"),
                        map.find("per"),
                        Objects.requireNonNullElse(map.findNumber("factor"), BigDecimal.ONE),
                        threshold(map));
            case YES_NO -> new Check.YesNo(map.find("of"));
            case CHECKLIST -> checklist(map);
            case DOCUMENT -> new Check.Document(map.choices("kinds", EvidenceKind.class), map.whole("least", 1));
            case PANEL -> new Check.Panel(map.whole("scale", 1), map.number("pass"));
            case ALL ->
                new Check.All(map.children("parts").stream().map(this::part).toList());
        };
    }

    private Check.Part part(YamlMap map) {
        var part = new Check.Part(map.text("code"), map.names("names"), check(map));
        faults.require(!(part.check() instanceof Check.All), map.at("check"), "nested");
        map.nothingElse();
        return part;
    }

    private static Check checklist(YamlMap map) {
        var items = map.children("items").stream()
                .map(one -> {
                    var item = new Check.Item(one.text("code"), one.names("names"));
                    one.nothingElse();
                    return item;
                })
                .toList();
        return new Check.Checklist(items, map.whole("least", 1));
    }

    private Threshold threshold(YamlMap parent) {
        var found = parent.child("threshold").map(map -> {
            var threshold = new Threshold(
                    map.choice("op", Threshold.Op.class), map.number("value"), map.text("unit"), map.text("word"));
            map.nothingElse();
            return threshold;
        });
        faults.require(found.isPresent(), parent.at("threshold"), "key-missing", "threshold");
        return found.orElseGet(() -> new Threshold(Threshold.Op.GE, BigDecimal.ZERO, "", ""));
    }

    PointRule points(YamlMap parent) {
        var map = parent.child("points").orElseThrow();
        var rule = switch (map.choice("kind", PointKind.class)) {
            case ALL_OR_NOTHING -> new PointRule.AllOrNothing();
            case PROPORTIONAL -> new PointRule.Proportional(map.number("from"), map.number("to"));
            case STEPS ->
                new PointRule.Steps(map.children("steps").stream()
                        .map(one -> {
                            var step = new PointRule.Step(one.number("from"), one.number("points"));
                            one.nothingElse();
                            return step;
                        })
                        .toList());
            case PER_DEFECT -> new PointRule.PerDefect(map.number("points"));
            case PANEL_MEAN -> new PointRule.PanelMean();
        };
        map.nothingElse();
        return rule;
    }

    Applicability applicability(YamlMap parent) {
        return parent.child("applicability")
                .map(map -> {
                    var asked = switch (map.choice("kind", Asked.class)) {
                        case ALWAYS -> new Applicability.Always();
                        case EXPRESSION -> new Applicability.When(map.text("expression"), map.names("names"));
                        case CERTIFIED_ZERO -> new Applicability.CertifiedZero(map.names("names"));
                    };
                    map.nothingElse();
                    return asked;
                })
                .orElseGet(Applicability.Always::new);
    }
}
