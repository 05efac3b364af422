package org.zhuxi.notice.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;
import org.zhuxi.notice.NewNotice;
import org.zhuxi.notice.Notice;
import org.zhuxi.notice.NoticeRefused;

/** A notice as it has been typed so far. */
public record NoticeForm(
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable String place,
        @Nullable String titleZh,
        @Nullable String titleEn,
        @Nullable String bodyZh,
        @Nullable String bodyEn,
        @Nullable String pinned,
        @Nullable String from,
        @Nullable String until) {

    static NoticeForm fresh(String place, LocalDate today) {
        return new NoticeForm(Ids.next(), null, place, "", "", "", "", null, today.toString(), "");
    }

    static NoticeForm of(Notice notice, String place) {
        var until = notice.until();
        return new NoticeForm(
                notice.id(),
                notice.version(),
                place,
                notice.title().zh(),
                notice.english() ? notice.title().en() : "",
                notice.body().zh(),
                notice.english() ? notice.body().en() : "",
                notice.pinned() ? "on" : null,
                notice.from().toString(),
                until == null ? "" : until.toString());
    }

    /** @throws NoticeRefused when a day is none */
    NewNotice command() {
        var last = text(until).isBlank() ? null : day("until", until);
        return new NewNotice(
                text(place),
                text(titleZh),
                text(titleEn),
                text(bodyZh),
                text(bodyEn),
                isPinned(),
                day("from", from),
                last);
    }

    public boolean isPinned() {
        return pinned != null && !pinned.isBlank() && !pinned.equals("false");
    }

    /** What stands in a field; nothing for one that was not sent. */
    public static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static LocalDate day(String field, @Nullable String typed) {
        try {
            return LocalDate.parse(text(typed).strip());
        } catch (DateTimeException e) {
            throw new NoticeRefused.NoDay(field);
        }
    }
}
