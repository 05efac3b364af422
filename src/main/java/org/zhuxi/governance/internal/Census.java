package org.zhuxi.governance.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.OwnedPart;
import org.zhuxi.governance.internal.ElectorateStore.Seat;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;

/** Draws up who may vote: one right a household, or one a head where owners decide. */
@Component
public class Census {

    private static final int PAGE = 1_000;
    private static final int LABEL = 300;

    private final Places places;
    private final RollStore roll;

    Census(Places places, RollStore roll) {
        this.places = places;
        this.roll = roll;
    }

    public List<Seat> of(Actor actor, Decision decision) {
        var households = households(actor, decision);
        return decision.kind() == DecisionKind.OWNERS
                ? owners(decision, households)
                : households.stream().map(it -> seat(decision, it)).toList();
    }

    private List<Household> households(Actor actor, Decision decision) {
        var all = new ArrayList<Household>();
        @Nullable String after = null;
        do {
            var page = places.listHouseholds(actor, decision.path(), null, PAGE, after);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static Seat seat(Decision decision, Household it) {
        var id = it.ref().id();
        return new Seat(Ids.derived(decision.id(), "seat/" + id), it.dwelling(), it.label(), id, id.toString(), 0);
    }

    private List<Seat> owners(Decision decision, List<Household> households) {
        var byDwelling = new HashMap<String, Household>();
        households.forEach(it -> byDwelling.putIfAbsent(it.dwelling(), it));
        var heads = new LinkedHashMap<String, List<OwnedPart>>();
        for (var part : roll.list(decision.path())) {
            heads.computeIfAbsent(part.unsold() ? "*" : part.owner(), any -> new ArrayList<>())
                    .add(part);
        }
        return heads.entrySet().stream()
                .map(it -> head(decision, it.getKey(), it.getValue(), byDwelling))
                .toList();
    }

    private static Seat head(Decision decision, String head, List<OwnedPart> parts, Map<String, Household> byDwelling) {
        @Nullable
        UUID household = parts.stream()
                .map(it -> byDwelling.get(it.place()))
                .filter(java.util.Objects::nonNull)
                .map(it -> it.ref().id())
                .findFirst()
                .orElse(null);
        var label = String.join(
                "、",
                parts.stream()
                        .map(it -> {
                            var lives = byDwelling.get(it.place());
                            return lives == null ? it.place() : lives.label();
                        })
                        .toList());
        var area = parts.stream().mapToLong(OwnedPart::areaCentiM2).reduce(0, Math::addExact);
        return new Seat(
                Ids.derived(decision.id(), "seat/" + head),
                parts.getFirst().place(),
                label.length() > LABEL ? label.substring(0, LABEL - 1) + "…" : label,
                head.equals("*") ? null : household,
                head,
                area);
    }
}
