package org.zhuxi.governance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * What was said to an idea.
 *
 * @param speaker profession of an expert; empty for residents, who are not named
 * @param answer what became of a proposed change or of advice, or null
 * @param hidden why it is not shown, or null
 */
public record Remark(
        UUID id,
        Kind kind,
        String speaker,
        String words,
        Instant at,
        @Nullable Answer answer,
        String answerWords,
        @Nullable String hidden) {

    /** What sort of remark it is. */
    public enum Kind {
        COMMENT("评论", "Comment"),
        AMENDMENT("修改建议", "Amendment"),
        ADVICE("专家建议", "Expert advice");

        private final Names names;

        Kind(String zh, String en) {
            this.names = new Names(zh, en);
        }

        public Names names() {
            return names;
        }
    }

    /** What became of it. */
    public enum Answer {
        ADOPTED("采纳", "Adopted"),
        PARTLY("部分采纳", "Partly adopted"),
        NOT("未采纳", "Not adopted");

        private final Names names;

        Answer(String zh, String en) {
            this.names = new Names(zh, en);
        }

        public Names names() {
            return names;
        }
    }
}
