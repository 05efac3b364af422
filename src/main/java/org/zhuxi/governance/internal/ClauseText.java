package org.zhuxi.governance.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.governance.Convention.Clause;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.NewIdea;
import org.zhuxi.kernel.Typed;

/** Reads the clauses of a draft, from text or one by one. */
public final class ClauseText {

    private static final int MOST_CLAUSES = 300;
    private static final int TOPIC = 60;
    private static final int TEXT = 200_000;

    private ClauseText() {}

    /**
     * Clauses with the numbers they get.
     *
     * @param text one clause a line: its topic, a colon, its words
     * @throws GovernanceRefused.BadClause for the first line that cannot be read
     */
    public static List<Clause> read(@Nullable String text) {
        return numbered(Typed.words("clauses", text, TEXT)
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(ClauseText::clause)
                .toList());
    }

    private static Clause clause(String line) {
        var colon = line.replace('：', ':').indexOf(':');
        return colon < 0
                ? new Clause(0, line, "")
                : new Clause(
                        0,
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
    }

    /**
     * Clauses with the numbers they get, whatever numbers they have.
     *
     * @throws GovernanceRefused.BadClause for the first without a topic, too long, or with a topic that was there before
     */
    public static List<Clause> numbered(List<Clause> typed) {
        Typed.within("clauses", typed.size(), 1, Integer.MAX_VALUE);
        var topics = new HashSet<String>();
        var clauses = new ArrayList<Clause>();
        for (var it : typed) {
            var number = clauses.size() + 1;
            if (it.topic().isEmpty()
                    || it.topic().length() > TOPIC
                    || it.words().length() > NewIdea.WORDS
                    || !topics.add(it.topic())
                    || number > MOST_CLAUSES) {
                throw new GovernanceRefused.BadClause(number);
            }
            clauses.add(new Clause(number, it.topic(), it.words()));
        }
        return clauses;
    }
}
