package org.zhuxi.sensing.internal.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads ISO 8601 as clients write it: offsets with and without colon, a blank for an unescaped plus, no offset for UTC. */
public final class Times {

    private Times() {}

    /** @throws StaError when it is no moment between the years 1 and 9999 */
    public static Instant moment(String text) {
        try {
            var cleaned = text.strip().replace('t', 'T').replace('z', 'Z').replace(' ', '+');
            var time = cleaned.indexOf('T');
            if (time < 0) {
                throw StaError.bad("Not a moment: " + shortened(text));
            }
            var rest = cleaned.substring(time);
            var sign = Math.max(rest.indexOf('+'), rest.indexOf('-'));
            if (sign >= 0 && rest.length() == sign + 5) {
                rest = rest.substring(0, sign + 3) + ":" + rest.substring(sign + 3);
            } else if (sign >= 0 && rest.length() == sign + 3) {
                rest += ":00";
            } else if (sign < 0 && !rest.endsWith("Z")) {
                rest += "Z";
            }
            var moment = OffsetDateTime.parse(cleaned.substring(0, time) + rest).withOffsetSameInstant(ZoneOffset.UTC);
            if (moment.getYear() < 1 || moment.getYear() > 9999) {
                throw StaError.bad("The year lies outside 1 to 9999: " + shortened(text));
            }
            return moment.toInstant();
        } catch (DateTimeException e) {
            throw StaError.bad("Not a moment: " + shortened(text));
        }
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
