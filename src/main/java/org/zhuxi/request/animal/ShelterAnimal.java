package org.zhuxi.request.animal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A stray animal that was taken in.
 *
 * @param place code of where it was found
 * @param request the report that led to it, or null
 * @param looks by what it can be known, in words
 * @param keptAt where it is kept, such as a shelter
 */
public record ShelterAnimal(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        @Nullable UUID request,
        Species species,
        String looks,
        String keptAt,
        LocalDate takenInOn,
        State state,
        Origin origin) {

    /** What kind of animal it is. */
    public enum Species {
        DOG("犬", "Dog"),
        CAT("猫", "Cat"),
        OTHER("其他", "Other");

        private final Names names;

        Species(String zh, String en) {
            this.names = new Names(zh, en);
        }

        public Names names() {
            return names;
        }
    }

    /** What became of it. */
    public enum State {
        TAKEN_IN("在收容", "Taken in", "warning"),
        RETURNED("归还主人", "Returned to its owner", "success"),
        ADOPTED("已领养", "Adopted", "success"),
        RELEASED("绝育后放归", "Neutered and released", "info"),
        HANDED_OVER("移交收容机构", "Handed over to a shelter", "secondary"),
        DIED("死亡", "Died", "secondary");

        private final Names names;
        private final String tone;

        State(String zh, String en, String tone) {
            this.names = new Names(zh, en);
            this.tone = tone;
        }

        public Names names() {
            return names;
        }

        public String tone() {
            return tone;
        }
    }

    /** An entry of its log. @param number from 1 */
    public record Step(int number, State state, LocalDate on, String words, Instant at) {}
}
