package org.zhuxi.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notice as somebody writes it; plain text, in which an empty line begins a paragraph.
 *
 * @param place code of the community, quarter or building it is for
 * @param titleEn may be empty, together with {@code bodyEn}
 * @param from first day on which it is shown
 * @param until last day, or null when it stays
 */
public record NewNotice(
        String place,
        String titleZh,
        String titleEn,
        String bodyZh,
        String bodyEn,
        boolean pinned,
        LocalDate from,
        @Nullable LocalDate until) {

    /** Most characters of a title in Chinese. */
    public static final int TITLE = 80;

    /** Most characters of a title in English. */
    public static final int TITLE_EN = 120;

    /** Most characters of a text in Chinese. */
    public static final int BODY = 4_000;

    /** Most characters of a text in English. */
    public static final int BODY_EN = 6_000;

    public NewNotice {
        titleZh = titleZh.strip();
        titleEn = titleEn.strip();
        bodyZh = bodyZh.strip().replace("\r\n", "\n");
        bodyEn = bodyEn.strip().replace("\r\n", "\n");
    }

    /** @throws NoticeRefused when something is missing, too long or does not fit together */
    void check() {
        length("titleZh", titleZh, 1, TITLE);
        length("bodyZh", bodyZh, 1, BODY);
        length("titleEn", titleEn, 0, TITLE_EN);
        length("bodyEn", bodyEn, 0, BODY_EN);
        if (titleEn.isEmpty() != bodyEn.isEmpty()) {
            throw new NoticeRefused.HalfEnglish(titleEn.isEmpty() ? "titleEn" : "bodyEn");
        }
        if (until != null && until.isBefore(from)) {
            throw new NoticeRefused.EndsEarly(from);
        }
    }

    private static void length(String field, String words, int least, int most) {
        if (words.length() < least || words.length() > most || words.indexOf('\0') >= 0) {
            throw new NoticeRefused.Length(field, least, most);
        }
    }
}
