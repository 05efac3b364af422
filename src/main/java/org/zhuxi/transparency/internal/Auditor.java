package org.zhuxi.transparency.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.transparency.AuditReport;
import org.zhuxi.transparency.LogSource;

/** Reads every record again, makes its leaf again, and compares the tree that comes out with the one that was signed. */
@Component
public class Auditor {

    private static final int MOST_FINDINGS = 20;
    private static final int LEAVES_A_STEP = 4_000;

    private final LogStore store;
    private final MonthKeys keys;
    private final Map<Integer, LogSource> sources;

    Auditor(LogStore store, MonthKeys keys, List<LogSource> sources) {
        this.store = store;
        this.keys = keys;
        this.sources = sources.stream().collect(Collectors.toMap(LogSource::format, Function.identity()));
    }

    public AuditReport audit() {
        var head = store.find();
        return head.isEmpty()
                ? new AuditReport(0, 0, 0, store.countWaiting(), Map.of(), List.of("The log has not begun"))
                : new Walk(head.get()).report();
    }

    private final class Walk {

        private final LogStore.Head head;
        private final Frontier tree = new Frontier((level, index, root) -> {});
        private final Map<Integer, Optional<Commitments>> months = new HashMap<>();
        private final List<String> findings = new ArrayList<>();
        private long checked;
        private long closed;

        private Walk(LogStore.Head head) {
            this.head = head;
        }

        private AuditReport report() {
            while (tree.size() < head.size() && findings.size() < MOST_FINDINGS) {
                var batches = store.placed(tree.size(), Math.min(head.size(), tree.size() + LEAVES_A_STEP));
                var first = batches.isEmpty() ? null : batches.getFirst().firstLeaf();
                if (first == null || first != tree.size()) {
                    findings.add("Leaf %d is missing from the batches".formatted(tree.size()));
                    break;
                }
                batches.forEach(this::check);
            }
            compareWithSigned();
            return new AuditReport(
                    head.size(), checked, closed, store.countWaiting(), outside(), List.copyOf(findings));
        }

        private void check(LogStore.Batch batch) {
            var entries = BatchEntry.parse(batch.entries());
            var commitments = months.computeIfAbsent(
                    batch.month(), month -> keys.find(month).map(Commitments::new));
            var rows = commitments.isPresent() ? rows(entries) : Map.<UUID, byte[]>of();
            for (var i = 0; i < entries.size(); i++) {
                var from = i * TreeHasher.LENGTH;
                var leaf = Arrays.copyOfRange(batch.leaves(), from, from + TreeHasher.LENGTH);
                if (commitments.isPresent()) {
                    compare(entries.get(i), rows.get(entries.get(i).id()), leaf, commitments.get());
                } else {
                    closed++;
                }
                tree.append(leaf);
            }
        }

        private Map<UUID, byte[]> rows(List<BatchEntry> entries) {
            record Where(int format, CommunityId community) {}
            var rows = new HashMap<UUID, byte[]>();
            entries.stream()
                    .collect(Collectors.groupingBy(
                            entry -> new Where(entry.format(), entry.community()),
                            Collectors.mapping(BatchEntry::id, Collectors.toList())))
                    .forEach((where, ids) -> {
                        var source = sources.get(where.format);
                        if (source != null) {
                            rows.putAll(source.read(where.community, ids));
                        }
                    });
            return rows;
        }

        private void compare(BatchEntry entry, byte @Nullable [] row, byte[] leaf, Commitments commitments) {
            checked++;
            if (row == null) {
                find("Leaf %d: the %s %s is gone", entry);
            } else if (!Arrays.equals(commitments.leaf(entry.id(), row), leaf)) {
                find("Leaf %d: the %s %s is not what was logged", entry);
            }
        }

        private void find(String words, BatchEntry entry) {
            var source = sources.get(entry.format());
            var name = source == null ? "record of format " + entry.format() : source.name();
            findings.add(words.formatted(tree.size(), name, entry.id()));
        }

        private void compareWithSigned() {
            if (tree.size() != head.size()) {
                return;
            }
            if (!Arrays.equals(tree.root(), head.root())) {
                findings.add(
                        "The leaves do not make the root %s that was signed".formatted(Base64Text.of(head.root())));
            }
            var note = SignedNote.parse(head.checkpoint());
            if (note.signedBy(VerifierKey.parse(head.verifierKey())).isEmpty()
                    || !Checkpoint.parse(note.text()).isSameTree(head.tree())) {
                findings.add("The last checkpoint is not a checkpoint of this tree");
            }
        }

        private Map<String, Long> outside() {
            var outside = new TreeMap<String, Long>();
            sources.values().forEach(source -> outside.put(source.name(), source.countOutside()));
            outside.values().removeIf(count -> count == 0);
            return outside;
        }
    }
}
