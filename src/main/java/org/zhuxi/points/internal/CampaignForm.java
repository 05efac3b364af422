package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.points.NewCampaign;

/** The next campaign as it was typed. */
public record CampaignForm(
        @Nullable UUID id,
        @Nullable String place,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable List<String> kinds,
        @Nullable String way,
        @Nullable String extra,
        @Nullable String firstDay,
        @Nullable String lastDay,
        @Nullable String budgetPoints) {

    private static final int DAYS = 14;
    private static final String PERCENT = "percent";

    /** @param place code of the place it is likely for, or empty */
    static CampaignForm starting(LocalDate today, String place) {
        return new CampaignForm(
                null,
                place,
                "",
                "",
                List.of(),
                PERCENT,
                "100",
                today.toString(),
                today.plusDays(DAYS - 1).toString(),
                "");
    }

    /** What stands in a field, without blanks around it. */
    public String value(String field) {
        return Forms.text(
                switch (field) {
                    case "place" -> place;
                    case "name" -> name;
                    case "nameEn" -> nameEn;
                    case "extra" -> extra;
                    case "firstDay" -> firstDay;
                    case "lastDay" -> lastDay;
                    default -> budgetPoints;
                });
    }

    public boolean isPercent() {
        return way == null || way.equals(PERCENT);
    }

    public boolean has(String kind) {
        return kinds != null && kinds.contains(kind);
    }

    NewCampaign wish() {
        var english = value("nameEn").isEmpty() ? value("name") : value("nameEn");
        var more = Forms.number("extra", extra);
        return new NewCampaign(
                Forms.id(id),
                value("place"),
                new Names(value("name"), english),
                kinds == null ? Set.of() : Set.copyOf(kinds),
                isPercent() ? Math.toIntExact(more) : 0,
                isPercent() ? 0 : more,
                Forms.day("firstDay", firstDay),
                Forms.day("lastDay", lastDay),
                Forms.number("budgetPoints", budgetPoints),
                Origin.RECORDED);
    }
}
