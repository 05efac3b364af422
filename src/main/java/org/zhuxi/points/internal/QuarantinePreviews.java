package org.zhuxi.points.internal;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.points.NewQuarantine;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.Quarantine;
import org.zhuxi.points.QuarantinePreview;

/** Reckons what a reversal would take, without changing anything. */
@Component
public class QuarantinePreviews {

    private static final int AT_ONCE = 5_000;

    private final SourceStore sources;
    private final Withholding withholding;
    private final AccountReader accounts;

    QuarantinePreviews(SourceStore sources, Withholding withholding, AccountReader accounts) {
        this.sources = sources;
        this.withholding = withholding;
        this.accounts = accounts;
    }

    /** @throws PointsRefused.TooManyRecords when the range holds more than can be withheld at once */
    public QuarantinePreview of(Quarantine range, ZoneId zone) {
        var items = sources.find(range, zone, NewQuarantine.MOST_RECORDS + 1);
        if (items.size() > NewQuarantine.MOST_RECORDS) {
            throw new PointsRefused.TooManyRecords(NewQuarantine.MOST_RECORDS);
        }
        var byHousehold = new HashMap<UUID, Long>();
        for (var from = 0; from < items.size(); from += AT_ONCE) {
            add(range, items.subList(from, Math.min(from + AT_ONCE, items.size())), byHousehold);
        }
        var balances = accounts.balances(byHousehold.keySet().stream()
                .map(household -> new HouseholdRef(range.community(), household))
                .toList());
        var points = 0L;
        var spent = 0L;
        for (var entry : byHousehold.entrySet()) {
            var balance = balances.getOrDefault(new HouseholdRef(range.community(), entry.getKey()), 0L);
            points += entry.getValue();
            spent += Math.max(0, entry.getValue() - balance);
        }
        return new QuarantinePreview(items.size(), byHousehold.size(), points, spent);
    }

    private void add(Quarantine range, List<Withholding.Item> items, HashMap<UUID, Long> byHousehold) {
        var earned = withholding.earnedBy(range.community(), items);
        for (var item : items) {
            if (item.household() != null) {
                byHousehold.merge(item.household(), earned.getOrDefault(item.activity(), 0L), Math::addExact);
            }
        }
    }
}
