package org.zhuxi.governance.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.zhuxi.governance.Convention.Change;
import org.zhuxi.governance.Convention.Clause;
import org.zhuxi.governance.Convention.How;
import org.zhuxi.governance.Convention.Piece;

/** Tells what changed between two versions: clause by clause, found by topic, and letter by letter within a clause. */
public final class ClauseDiff {

    /** Most pairs of letters that are compared within one clause. */
    private static final long MOST = 250_000;

    private ClauseDiff() {}

    public static List<Change> between(List<Clause> before, List<Clause> after) {
        var old = new HashMap<String, Clause>();
        before.forEach(it -> old.putIfAbsent(it.topic(), it));
        var changes = new ArrayList<Change>();
        for (var clause : after) {
            var was = old.remove(clause.topic());
            if (was == null) {
                changes.add(new Change(clause, How.ADDED, List.of(new Piece(How.ADDED, clause.words()))));
            } else if (was.words().equals(clause.words())) {
                changes.add(new Change(clause, How.SAME, List.of(new Piece(How.SAME, clause.words()))));
            } else {
                changes.add(new Change(clause, How.CHANGED, pieces(was.words(), clause.words())));
            }
        }
        before.stream()
                .filter(it -> old.get(it.topic()) == it)
                .forEach(it -> changes.add(new Change(it, How.REMOVED, List.of(new Piece(How.REMOVED, it.words())))));
        return changes;
    }

    /** The longest common subsequence of letters, as pieces; where that would take long, all out and all in. */
    static List<Piece> pieces(String before, String after) {
        var shorter = Math.min(before.length(), after.length());
        var head = 0;
        while (head < shorter && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        var out = before.substring(head, before.length() - tail);
        var in = after.substring(head, after.length() - tail);
        var pieces = new Pieces();
        pieces.add(How.SAME, before.substring(0, head));
        if ((long) out.length() * in.length() > MOST) {
            pieces.add(How.REMOVED, out);
            pieces.add(How.ADDED, in);
        } else {
            compare(out, in, pieces);
        }
        pieces.add(How.SAME, before.substring(before.length() - tail));
        return pieces.list();
    }

    private static void compare(String a, String b, Pieces pieces) {
        var common = new int[a.length() + 1][b.length() + 1];
        for (var i = a.length() - 1; i >= 0; i--) {
            for (var j = b.length() - 1; j >= 0; j--) {
                common[i][j] = a.charAt(i) == b.charAt(j)
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var i = 0;
        var j = 0;
        while (i < a.length() || j < b.length()) {
            if (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
                pieces.add(How.SAME, a.substring(i, i + 1));
                i++;
                j++;
            } else if (j >= b.length() || i < a.length() && common[i + 1][j] >= common[i][j + 1]) {
                pieces.add(How.REMOVED, a.substring(i, i + 1));
                i++;
            } else {
                pieces.add(How.ADDED, b.substring(j, j + 1));
                j++;
            }
        }
    }

    private static final class Pieces {
        private final List<Piece> done = new ArrayList<>();
        private final StringBuilder running = new StringBuilder();
        private How how = How.SAME;

        void add(How next, String letters) {
            if (next != how) {
                close();
                how = next;
            }
            running.append(letters);
        }

        private void close() {
            if (!running.isEmpty()) {
                done.add(new Piece(how, running.toString()));
                running.setLength(0);
            }
        }

        List<Piece> list() {
            close();
            return done;
        }
    }
}
