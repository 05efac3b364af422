package org.zhuxi.activity;

import java.time.Instant;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;

/**
 * Something done in another module that counts, such as a request solved or a meeting held.
 *
 * @param subject what it was done to: the request, the meeting
 * @param kind code of a kind of record; one act of a kind stands for a subject and part
 * @param part distinguishes several acts of a kind for a subject, such as versions of a convention; otherwise 0
 * @param place code of a place in the community
 * @param at when it happened; its local day is that of the record
 * @param by who did it
 * @param quantities such as {@code requests=1 1;duration=0.5 h}
 */
public record Act(
        CommunityId community,
        UUID subject,
        String kind,
        int part,
        String place,
        Instant at,
        UUID by,
        String quantities,
        Origin origin) {

    /** Id of its record. @param number 1 for the first, and one more each time it was corrected or done again */
    public UUID id(int number) {
        var what = kind.substring(kind.lastIndexOf('.') + 1) + (part == 0 ? "" : "/" + part);
        return Ids.derived(subject, number == 1 ? what : what + " " + number);
    }
}
