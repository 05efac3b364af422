package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Kinds;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.MeasureEntry;
import org.zhuxi.indicator.PublishedFigure;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.TraceNode;
import org.zhuxi.indicator.TraceNode.Kind;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;

/** Opens a published figure, level by level: its roll-up as it was published, its records as they are now. */
@Component
public class FigureTrace {

    private static final int DEEPEST = 8;
    private static final int LINES = 500;

    private final FigureStore store;
    private final EvidenceStore evidence;
    private final EntryStore entries;
    private final DefinitionBook book;
    private final PlaceNaming naming;
    private final Kinds kinds;

    FigureTrace(
            FigureStore store,
            EvidenceStore evidence,
            EntryStore entries,
            DefinitionBook book,
            PlaceNaming naming,
            Kinds kinds) {
        this.store = store;
        this.evidence = evidence;
        this.entries = entries;
        this.book = book;
        this.naming = naming;
        this.kinds = kinds;
    }

    public TraceNode of(PublishedFigure figure, @Nullable String measure, @Nullable String place, int asked) {
        var depth = Math.clamp(asked, 0, DEEPEST);
        if (measure != null) {
            return one(figure, measure, place, depth);
        }
        var roots = store.roots(figure.id());
        var below = depth < 1
                ? List.<TraceNode>of()
                : roots.stream()
                        .map(root -> step(figure, root, Kind.MEASURE, depth - 1, false))
                        .toList();
        return new TraceNode(
                Kind.FIGURE,
                figure.id().toString(),
                book.definition(figure.indicator()).names(),
                figure.value(),
                roots.stream().mapToLong(FigureStore.Node::records).sum(),
                figure.hash(),
                roots.size(),
                null,
                "/indicators/figures/" + figure.id(),
                below);
    }

    private TraceNode one(PublishedFigure figure, String measure, @Nullable String place, int depth) {
        var path = place == null
                ? figure.path()
                : naming.get(place, figure.period()).path();
        var node = store.at(figure.id(), measure, path).stream()
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(measure));
        var isHidden = isHidden(figure, node);
        return step(figure, node, path.equals(figure.path()) ? Kind.MEASURE : Kind.PLACE, depth, isHidden);
    }

    /** Whether a node is withheld among its neighbours. */
    private boolean isHidden(PublishedFigure figure, FigureStore.Node node) {
        if (node.path().equals(figure.path())) {
            return false;
        }
        var parent = node.path().andAbove().get(1);
        var beside = store.below(figure.id(), node.measure(), parent);
        var hidden = hidden(node.measure(), beside);
        var isHiddenAbove =
                store.at(figure.id(), node.measure(), parent).stream().anyMatch(above -> isHidden(figure, above));
        for (var i = 0; i < beside.size(); i++) {
            if (beside.get(i).path().equals(node.path())) {
                return isHiddenAbove || hidden.get(i);
            }
        }
        return isHiddenAbove;
    }

    private List<Boolean> hidden(String measure, List<FigureStore.Node> nodes) {
        var isProtected = book.measure(measure).cell() != null;
        return Suppression.of(
                nodes.stream().map(node -> isProtected ? node.cell() : 0L).toList());
    }

    private TraceNode step(PublishedFigure figure, FigureStore.Node node, Kind kind, int depth, boolean isHidden) {
        var measure = book.measure(node.measure());
        var below = depth < 1 || isHidden ? List.<TraceNode>of() : below(figure, node, measure, depth);
        return new TraceNode(
                kind,
                kind == Kind.MEASURE ? node.measure() : PlaceNaming.codeOf(node.path()),
                kind == Kind.MEASURE ? measure.names() : node.name(),
                isHidden ? null : node.value(),
                isHidden ? 0 : node.records(),
                node.hash(),
                isHidden ? 0 : node.children(),
                sumsUp(measure, node, below),
                "/indicators/figures/%s?measure=%s&place=%s"
                        .formatted(figure.id(), node.measure(), PlaceNaming.codeOf(node.path())),
                below);
    }

    private List<TraceNode> below(PublishedFigure figure, FigureStore.Node node, Measure measure, int depth) {
        var children = store.below(figure.id(), node.measure(), node.path());
        if (children.isEmpty()) {
            return lines(figure, node, measure);
        }
        var hidden = hidden(node.measure(), children);
        var steps = new ArrayList<TraceNode>();
        for (var i = 0; i < children.size(); i++) {
            steps.add(step(figure, children.get(i), Kind.PLACE, depth - 1, hidden.get(i)));
        }
        return List.copyOf(steps);
    }

    /** Different households of several records do not add up, nor do parts of which some are withheld or left out. */
    private static @Nullable Boolean sumsUp(Measure measure, FigureStore.Node node, List<TraceNode> below) {
        var isOfRecords = !below.isEmpty() && below.getFirst().kind() == Kind.RECORD;
        if (below.isEmpty()
                || isOfRecords && measure.quantity() == null
                || below.stream().anyMatch(part -> part.value() == null)
                || below.size() == LINES) {
            return null;
        }
        var sum = below.stream()
                .map(part -> Objects.requireNonNull(part.value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(node.value()) == 0;
    }

    private List<TraceNode> lines(PublishedFigure figure, FigureStore.Node node, Measure measure) {
        var period = measure.yearly() ? figure.period().wholeYear() : figure.period();
        return switch (measure.source()) {
            case ACTIVITY -> records(measure, node.path(), period);
            case ENTERED -> entered(measure, node.path(), period);
            case FED -> kept(measure, node.path(), period);
            case REGISTER -> List.of(register(figure, node));
        };
    }

    private List<TraceNode> records(Measure measure, PlacePath path, ReportPeriod period) {
        var community = Optional.ofNullable(naming.get(path.value(), period)).map(Place::community);
        if (community.isEmpty()) {
            return List.of();
        }
        return evidence.records(measure, community.get().value(), period, LINES).stream()
                .map(line -> leaf(
                        Kind.RECORD,
                        line.id().toString(),
                        new Names(
                                kinds.get(line.kind()).names().zh() + " " + line.day(),
                                kinds.get(line.kind()).names().en() + " " + line.day()),
                        line.amount(),
                        "/activities/" + line.id()))
                .toList();
    }

    private List<TraceNode> entered(Measure measure, PlacePath path, ReportPeriod period) {
        return entries.verified(measure.code(), PlaceNaming.codeOf(path), period, LINES).stream()
                .map(entry -> entry(entry, measure))
                .toList();
    }

    private List<TraceNode> kept(Measure measure, PlacePath path, ReportPeriod period) {
        var kept = evidence.kept(measure.code(), PlaceNaming.codeOf(path), period, LINES).stream()
                .map(one -> leaf(Kind.SUBJECT, one.subject(), one.names(), one.value(), one.link()))
                .toList();
        return kept.isEmpty() ? entered(measure, path, period) : kept;
    }

    private static TraceNode entry(MeasureEntry entry, Measure measure) {
        return leaf(
                Kind.ENTRY,
                entry.id().toString(),
                new Names(
                        measure.names().zh() + " " + entry.period() + "：" + entry.evidence(),
                        measure.names().en() + " " + entry.period() + ": " + entry.evidence()),
                entry.value().value(),
                "/indicators/entries/" + entry.id());
    }

    private static TraceNode register(PublishedFigure figure, FigureStore.Node node) {
        return leaf(
                Kind.REGISTER,
                String.valueOf(figure.snapshot()),
                node.name(),
                node.value(),
                figure.snapshot() == null ? "" : "/indicators/registers/" + figure.snapshot());
    }

    private static TraceNode leaf(Kind kind, String key, Names label, BigDecimal value, String path) {
        return new TraceNode(kind, key, label, value, 1, "", 0, null, path, List.of());
    }
}
