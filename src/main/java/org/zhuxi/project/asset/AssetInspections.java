package org.zhuxi.project.asset;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.project.NewProject;
import org.zhuxi.project.ProjectRefused;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.internal.Noting;
import org.zhuxi.project.internal.Texts;
import org.zhuxi.project.internal.asset.AbsenceStore;
import org.zhuxi.project.internal.asset.AssetStore;

/** Looks at what is in the inventories, puts right what is wrong, and answers for what is not there. */
@Service
public class AssetInspections {

    private static final int MOST_FINDINGS = 50;
    private static final int DAYS_TO_CLOSE = 30;

    private final AssetStore store;
    private final AbsenceStore absences;
    private final Places places;
    private final Noting noting;
    private final Gate gate;

    AssetInspections(AssetStore store, AbsenceStore absences, Places places, Noting noting, Gate gate) {
        this.store = store;
        this.absences = absences;
        this.places = places;
        this.noting = noting;
        this.gate = gate;
    }

    /** Records an inspection with what was found. @throws AssetRefused.Retired when it is no longer in the inventory */
    @Transactional
    public AssetInspection inspect(Actor actor, UUID asset, NewInspection typed) {
        var found = asset(asset);
        actor.require(AssetPermissions.INSPECT, found.path());
        if (found.retiredOn() != null) {
            throw new AssetRefused.Retired();
        }
        var inspection = new AssetInspection(
                Ids.next(),
                gate.past("on", typed.on()),
                Texts.required("condition", typed.condition()),
                Texts.optional("words", typed.words(), NewProject.SHORT),
                stars(actor, found, typed.stars()));
        var due = Objects.requireNonNullElse(typed.due(), inspection.on().plusDays(DAYS_TO_CLOSE));
        if (due.isBefore(inspection.on())) {
            throw new ProjectRefused.WrongDay("due");
        }
        var findings = Objects.requireNonNullElse(typed.findings(), List.<String>of()).stream()
                .filter(words -> !words.isBlank())
                .map(words -> Texts.required("findings", words, NewProject.SHORT))
                .map(words -> new Finding(Ids.next(), words, inspection.on(), due, null, ""))
                .toList();
        if (findings.size() > MOST_FINDINGS) {
            throw new ProjectRefused.TooLong("findings", MOST_FINDINGS);
        }
        store.insert(found, inspection, findings, actor.account(), gate.now());
        noting.note(found.community().value(), inspection.on());
        gate.audit(actor, "asset.inspected", asset, found.path(), inspection.condition() + " " + findings.size());
        return inspection;
    }

    private Asset asset(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** Says that something has been put right. */
    @Transactional
    public void close(Actor actor, UUID asset, UUID finding, @Nullable String closing) {
        var found = asset(asset);
        actor.require(AssetPermissions.INSPECT, found.path());
        var known = store.findings(found).stream()
                .filter(it -> it.id().equals(finding))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(finding));
        var words = Texts.required("closing", closing, NewProject.SHORT);
        if (!store.close(found, finding, gate.today(), words, actor.account())) {
            throw new AssetRefused.Closed();
        }
        noting.note(found.community().value(), known.foundOn());
        gate.audit(actor, "asset.closed", asset, found.path(), words);
    }

    /** Stars are for corridors, and given by those who keep the inventory, not by the building that hopes for them. */
    private static @Nullable Integer stars(Actor actor, Asset asset, @Nullable Integer typed) {
        if (typed == null) {
            return null;
        }
        if (asset.corridor() == null || typed < 1 || typed > Corridor.MOST_STARS) {
            throw new AssetRefused.NoStars(Corridor.MOST_STARS);
        }
        actor.require(AssetPermissions.MANAGE, asset.path());
        return typed;
    }

    /**
     * Answers for it that a community has nothing of a kind, or of a whole inventory.
     *
     * @param kind null for the whole inventory
     * @throws AssetRefused.NotEmpty when there is something
     */
    @Transactional
    public Absence certify(
            Actor actor,
            @Nullable String place,
            Inventory inventory,
            @Nullable AssetKind kind,
            @Nullable String words) {
        var at = places.findByCode(Texts.required("place", place, NewProject.SHORT))
                .filter(found -> found.kind() == PlaceKind.COMMUNITY)
                .orElseThrow(AssetRefused.NoCommunity::new);
        actor.require(AssetPermissions.CERTIFY, at.path());
        var assets = store.classes(at.path(), inventory, gate.today()).stream()
                .filter(line -> kind == null || line.kind() == kind)
                .mapToLong(ClassLine::assets)
                .sum();
        if (assets > 0) {
            throw new AssetRefused.NotEmpty(assets);
        }
        var absence = new Absence(
                Ids.next(),
                at.code(),
                inventory,
                kind,
                gate.today(),
                Texts.required("words", words, NewProject.SHORT),
                signer(actor, at.path()));
        absences.insert(Objects.requireNonNull(at.community()), at.path(), absence, actor.account(), gate.now());
        gate.audit(actor, "asset.absent", absence.id(), at.path(), inventory + " " + kind);
        return absence;
    }

    private static Role signer(Actor actor, PlacePath at) {
        return actor.grants().stream()
                .filter(grant -> AssetPermissions.CERTIFY.roles().contains(grant.role())
                        && grant.place().contains(at))
                .map(Grant::role)
                .findFirst()
                .orElseThrow(() -> new Refused.Forbidden(AssetPermissions.CERTIFY.code()));
    }

    /** Takes such an answer back. */
    @Transactional
    public void withdraw(Actor actor, UUID absence) {
        var path = absences.pathOf(absence).orElseThrow(() -> new Refused.NotFound(absence));
        actor.require(AssetPermissions.CERTIFY, path);
        absences.withdraw(absence, actor.account(), gate.now());
        gate.audit(actor, "asset.absence-withdrawn", absence, path, "");
    }

    /** What somebody answers for at or below a place, in order of community. */
    @Transactional(readOnly = true)
    public List<Absence> absences(PlacePath at, Inventory inventory) {
        return absences.list(at, inventory);
    }
}
