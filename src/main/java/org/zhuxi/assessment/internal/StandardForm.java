package org.zhuxi.assessment.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.assessment.NewStandard;

/** What somebody typed to begin a standard. */
public record StandardForm(
        @Nullable String from,
        @Nullable String code,
        @Nullable String jurisdiction) {

    static StandardForm empty(String jurisdiction) {
        return new StandardForm("GC2020 1", "", jurisdiction);
    }

    public String typedFrom() {
        return Objects.requireNonNullElse(from, "");
    }

    public String typedCode() {
        return Objects.requireNonNullElse(code, "");
    }

    public String typedJurisdiction() {
        return Objects.requireNonNullElse(jurisdiction, "");
    }

    /** The standard to start from is its code, a blank and its version. */
    NewStandard command() {
        var parts = typedFrom().strip().split(" ", 2);
        var version = parts.length == 2 && parts[1].matches("[0-9]{1,6}") ? Integer.parseInt(parts[1]) : 0;
        return new NewStandard(parts[0], version, typedCode().strip(), typedJurisdiction());
    }
}
