package org.zhuxi.project.asset;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.project.NewProject;
import org.zhuxi.project.ProjectRefused;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.internal.Texts;
import org.zhuxi.project.internal.asset.AbsenceStore;
import org.zhuxi.project.internal.asset.AssetStore;

/** What communities have and look after. Everybody may read it. */
@Service
public class Assets {

    private static final int NUMBER = 40;
    private static final int EVERY_MONTHS = 12;
    private static final int MOST_MONTHS = 120;

    private final AssetStore store;
    private final AbsenceStore absences;
    private final Places places;
    private final Gate gate;

    Assets(AssetStore store, AbsenceStore absences, Places places, Gate gate) {
        this.store = store;
        this.absences = absences;
        this.places = places;
        this.gate = gate;
    }

    /**
     * Puts something into an inventory. The same id again is answered with what is there. A certified absence of its kind ends
     * with it.
     *
     * @throws AssetRefused.NumberTaken when the number stands in the inventory already
     */
    @Transactional
    public Asset add(Actor actor, UUID id, NewAsset typed, Origin origin) {
        var asset = checked(actor, id, typed, origin);
        var known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        if (!store.insert(asset, actor.account(), gate.now())) {
            throw new AssetRefused.NumberTaken(asset.number());
        }
        absences.end(asset.community(), asset.kind(), actor.account(), gate.now());
        gate.audit(actor, "asset.added", id, asset.path(), asset.kind() + " " + asset.number());
        return asset;
    }

    /** What would be put in; changes nothing. */
    @Transactional(readOnly = true)
    public Asset checked(Actor actor, UUID id, NewAsset typed, Origin origin) {
        var place = community(typed.place());
        actor.require(AssetPermissions.MANAGE, place.path());
        var kind = Texts.required("kind", typed.kind());
        var months = typed.everyMonths() == null ? EVERY_MONTHS : typed.everyMonths();
        if (months < 1 || months > MOST_MONTHS) {
            throw new ProjectRefused.Unreadable("everyMonths");
        }
        return new Asset(
                Objects.requireNonNull(place.community()),
                id,
                place.code(),
                place.path(),
                kind,
                Texts.required("number", typed.number(), NUMBER),
                Texts.names("name", typed.name(), NewProject.TITLE),
                Texts.optional("where", typed.where(), NewProject.SHORT),
                typed.location(),
                Texts.quantity("areaM2", typed.areaM2()),
                Texts.optional("protection", typed.protection(), NewProject.TITLE),
                months,
                null,
                null,
                gate.today().plusMonths(months),
                0,
                null,
                origin,
                corridor(kind, typed));
    }

    private static @Nullable Corridor corridor(AssetKind kind, NewAsset typed) {
        return kind.inventory() == Inventory.CORRIDOR
                ? new Corridor(
                        Texts.names("theme", typed.theme(), NewProject.TITLE),
                        Texts.optional("keptBy", typed.keptBy(), NewProject.TITLE),
                        null)
                : null;
    }

    private Place community(@Nullable String code) {
        return places.findByCode(Texts.required("place", code, NewProject.SHORT))
                .filter(place -> place.kind() == PlaceKind.COMMUNITY)
                .orElseThrow(AssetRefused.NoCommunity::new);
    }

    /** Whether the number stands in the inventory of that community. */
    @Transactional(readOnly = true)
    public boolean isNumbered(CommunityId community, Inventory inventory, String number) {
        return store.isNumbered(community, inventory, number);
    }

    /** Takes something out of its inventory, with a reason; what was found stays readable. */
    @Transactional
    public void retire(Actor actor, UUID id, @Nullable String reason) {
        var asset = get(id);
        actor.require(AssetPermissions.MANAGE, asset.path());
        var words = Texts.required("reason", reason, NewProject.SHORT);
        if (!store.retire(asset, words, gate.today(), actor.account())) {
            throw new AssetRefused.Retired();
        }
        gate.audit(actor, "asset.retired", id, asset.path(), words);
    }

    @Transactional(readOnly = true)
    public Asset get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** An asset with its inspections, the latest first, and what was found. */
    @Transactional(readOnly = true)
    public AssetStory story(UUID id) {
        var asset = get(id);
        return new AssetStory(asset, store.inspections(asset), store.findings(asset));
    }

    /** Assets in use at or below a place, those that are due first. @param after key of the last one seen, or null */
    @Transactional(readOnly = true)
    public Slice<Asset> list(PlacePath at, AssetFilter filter, int limit, @Nullable String after) {
        return Slice.of(
                store.list(at, filter, gate.today(), limit + 1, after),
                limit,
                asset -> asset.dueOn() + "." + asset.id());
    }

    /** How each kind of an inventory stands at a place, in the order of the kinds. */
    @Transactional(readOnly = true)
    public List<ClassLine> classes(PlacePath at, Inventory inventory) {
        return store.classes(at, inventory, gate.today());
    }

    /** Themes of the corridors at or below a place, each with how many there are of each kind; those with most first. */
    @Transactional(readOnly = true)
    public List<CorridorTheme> themes(PlacePath at) {
        return store.themes(at);
    }

    /** How many inspections are overdue at or below a place. */
    @Transactional(readOnly = true)
    public long overdue(PlacePath at) {
        return store.overdue(at, gate.today());
    }
}
