package org.zhuxi.governance.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.OpinionTalk;
import org.zhuxi.governance.OpinionTalk.Dot;
import org.zhuxi.governance.OpinionTalk.Group;
import org.zhuxi.governance.OpinionTalk.Line;
import org.zhuxi.governance.OpinionTalk.Statement;
import org.zhuxi.governance.internal.opinion.OpinionMap;
import org.zhuxi.governance.internal.opinion.OpinionTable;
import org.zhuxi.governance.internal.opinion.Standing;

/** Draws talks as maps, once for each state they are in. */
@Component
public class OpinionViews {

    private static final int KEPT = 64;
    private static final int SHOWN = 5;

    private final OpinionStore store;
    private final Map<UUID, Drawn> drawn = new LinkedHashMap<>(KEPT, 0.75f, true);

    OpinionViews(OpinionStore store) {
        this.store = store;
    }

    private record Drawn(OpinionStore.Mark mark, int statements, OpinionTalk.View view) {}

    public OpinionTalk.View of(OpinionTalk talk) {
        var mark = store.mark(talk);
        var statements = store.statements(talk);
        synchronized (drawn) {
            var known = drawn.get(talk.id());
            if (known != null && known.mark().equals(mark) && known.statements() == statements.size()) {
                return known.view();
            }
        }
        var view = draw(statements, store.cells(talk));
        synchronized (drawn) {
            drawn.put(talk.id(), new Drawn(mark, statements.size(), view));
            if (drawn.size() > KEPT) {
                drawn.remove(drawn.keySet().iterator().next());
            }
        }
        return view;
    }

    static OpinionTalk.View draw(List<Statement> statements, List<OpinionStore.Cell> cells) {
        var column = new HashMap<UUID, Integer>();
        statements.forEach(it -> column.put(it.id(), column.size()));
        var rows = new LinkedHashMap<UUID, double[]>();
        for (var cell : cells) {
            var at = column.get(cell.statementId());
            if (at != null) {
                rows.computeIfAbsent(cell.accountId(), any -> unseen(statements.size()))[at] = cell.vote();
            }
        }
        var hidden = IntStream.range(0, statements.size())
                .filter(i -> statements.get(i).hidden() != null)
                .boxed()
                .collect(Collectors.toSet());
        var shown = statements.size() - hidden.size();
        if (rows.size() < OpinionMap.PARTICIPANTS_SHOWN || shown < OpinionMap.STATEMENTS_SHOWN) {
            return new OpinionTalk.View(
                    rows.size(), cells.size(), shown, false, List.of(), List.of(), List.of(), List.of());
        }
        var map = OpinionMap.of(new OpinionTable(rows.values().toArray(double[][]::new), statements.size(), hidden));
        return new OpinionTalk.View(
                rows.size(),
                cells.size(),
                shown,
                true,
                groups(map, statements),
                common(map, statements, true),
                common(map, statements, false),
                dots(map));
    }

    private static double[] unseen(int statements) {
        var row = new double[statements];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    private static List<Group> groups(OpinionMap map, List<Statement> statements) {
        return IntStream.range(0, map.count())
                .mapToObj(group -> new Group(
                        group + 1,
                        map.size(group),
                        map.typical(group).stream()
                                .filter(it -> statements.get(it.statement()).hidden() == null)
                                .map(it -> line(
                                        statements.get(it.statement()),
                                        map.standings().get(group).get(it.statement())))
                                .toList()))
                .toList();
    }

    /** What more than half of those who saw it in every group say, the clearest first. */
    private static List<Line> common(OpinionMap map, List<Statement> statements, boolean agreeing) {
        return map.consensus(agreeing).stream()
                .filter(it -> statements.get(it.statement()).hidden() == null)
                .filter(it -> map.standings().stream().allMatch(group -> isMost(group.get(it.statement()), agreeing)))
                .limit(SHOWN)
                .map(it -> line(
                        statements.get(it.statement()),
                        map.standings().stream()
                                .map(group -> group.get(it.statement()))
                                .reduce(new Standing(0, 0, 0), Standing::plus)))
                .toList();
    }

    private static boolean isMost(Standing standing, boolean agreeing) {
        return 2 * standing.of(agreeing) > standing.seen();
    }

    private static Line line(Statement statement, Standing standing) {
        return new Line(statement.words(), standing.agree(), standing.disagree(), standing.seen());
    }

    private static List<Dot> dots(OpinionMap map) {
        var farthest = Arrays.stream(map.places())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(1);
        var scale = farthest == 0 ? 1 : farthest;
        return IntStream.range(0, map.places().length)
                .filter(i -> map.groups()[i] >= 0)
                .mapToObj(i -> new Dot(map.places()[i][0] / scale, map.places()[i][1] / scale, map.groups()[i] + 1))
                .toList();
    }
}
