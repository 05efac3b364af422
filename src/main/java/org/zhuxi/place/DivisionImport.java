package org.zhuxi.place;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.internal.DivisionChanges;
import org.zhuxi.place.internal.DivisionFile;
import org.zhuxi.place.internal.DivisionSource;
import org.zhuxi.place.internal.DivisionStaging;
import org.zhuxi.place.internal.DivisionTree;
import org.zhuxi.place.internal.PlaceCache;
import org.zhuxi.place.internal.SuccessionFile;
import org.zhuxi.place.internal.Today;

/**
 * Takes published lists of divisions, up to the whole country, and carries the effective-dated tree forward to them: new
 * units are added, renamed and moved ones continue, missing ones end, with their successors where these are known. The
 * same lists again change nothing. Everything happens in one transaction, or nothing.
 */
@Service
public class DivisionImport {

    private final DivisionTree tree;
    private final DivisionStaging staging;
    private final DivisionChanges changes;
    private final PlaceCache cache;
    private final Today today;
    private final ApplicationEventPublisher events;

    DivisionImport(
            DivisionTree tree,
            DivisionStaging staging,
            DivisionChanges changes,
            PlaceCache cache,
            Today today,
            ApplicationEventPublisher events) {
        this.tree = tree;
        this.staging = staging;
        this.changes = changes;
        this.cache = cache;
        this.today = today;
        this.events = events;
    }

    /**
     * What to import.
     *
     * @param files CSV or JSON with the columns code and name, one level a file
     * @param successions which unit took over from which; null when nothing is known
     * @param asOf the day the lists are true from; null is today
     * @param allowEndings whether more than a tenth of a province's units of one level may end without a successor
     */
    public record Order(
            List<Path> files,
            @Nullable Path successions,
            @Nullable LocalDate asOf,
            boolean allowEndings) {

        public Order {
            files = List.copyOf(files);
        }
    }

    /**
     * How far an import is.
     *
     * @param step {@code read}, {@code compare}, {@code write} or {@code index}
     * @param what the file or level
     * @param count rows so far
     */
    public record Progress(String step, String what, long count) {}

    /**
     * What an import did, in units.
     *
     * @param withdrawn began on the same day by an earlier import and taken back
     * @param keptInUse missing from the lists, but in use here and therefore kept
     * @param kept the codes of the first of those
     */
    public record Report(
            LocalDate asOf,
            long read,
            long unchanged,
            long added,
            long renamed,
            long moved,
            long ended,
            long succeeded,
            long withdrawn,
            long keptInUse,
            List<String> kept) {

        public Report {
            kept = List.copyOf(kept);
        }

        public long changes() {
            return added + renamed + moved + ended + succeeded + withdrawn;
        }
    }

    /** @throws PlaceRefused.BadLists with what is wrong line by line; nothing has changed then */
    @Transactional
    public Report run(Actor by, Order order, Consumer<Progress> progress) {
        by.require(PlacePermissions.MANAGE, PlacePath.NATION);
        var day = order.asOf() == null ? today.get() : order.asOf();
        var found = new RowProblems();
        staging.begin();
        var known = tree.read();
        order.files().stream()
                .map(file -> DivisionFile.open(file, found))
                .sorted(DivisionFile.UPPER_FIRST)
                .forEach(file -> file.read(row -> staging.add(known.place(row, file, found)), progress));
        var count = staging.finish(progress);
        var successions = order.successions() == null
                ? List.<DivisionSource.Succession>of()
                : SuccessionFile.read(order.successions(), found);
        staging.keep(successions);
        staging.check(day, found, order.allowEndings());
        found.throwIfAny();
        progress.accept(new Progress("write", "", count));
        var report = changes.apply(day, count);
        if (report.changes() > 0) {
            cache.forgetAfterCommit();
            progress.accept(new Progress("index", "", report.changes()));
            changes.refreshStatistics(report.changes());
            announce(by, day, report);
        }
        return report;
    }

    private void announce(Actor by, LocalDate day, Report report) {
        var detail = "%s: %d added, %d renamed, %d moved, %d ended"
                .formatted(day, report.added(), report.renamed(), report.moved(), report.ended());
        events.publishEvent(new Audited(by, "place.divisions.import", "divisions", PlacePath.NATION, detail));
        new TreeMap<>(changes.replacedUnits()).values().forEach(events::publishEvent);
    }
}
