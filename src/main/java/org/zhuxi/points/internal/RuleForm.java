package org.zhuxi.points.internal;

import org.jspecify.annotations.Nullable;

/** The next version of a rule as it was typed. */
public record RuleForm(
        @Nullable String code,
        @Nullable String perUnit,
        @Nullable String fixed,
        @Nullable String least,
        @Nullable String dailyCap,
        @Nullable String validFrom) {

    /** What stands in a field, without blanks around it. */
    public String value(String field) {
        var value = switch (field) {
            case "code" -> code;
            case "perUnit" -> perUnit;
            case "fixed" -> fixed;
            case "least" -> least;
            case "dailyCap" -> dailyCap;
            default -> validFrom;
        };
        return value == null ? "" : value.strip();
    }
}
