package org.zhuxi.sensing.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Places;
import org.zhuxi.sensing.Device;
import org.zhuxi.sensing.DeviceTemplates;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.SensingRefused;
import org.zhuxi.sensing.internal.retention.RetentionRuleStore;

/** Rules of how long single readings are kept. Without one they are kept for good. */
@Service
public class Retentions {

    private static final int PLACE = 100;
    private static final int MOST = 200;

    private final RetentionRuleStore store;
    private final DeviceTemplates templates;
    private final Devices devices;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Retentions(
            RetentionRuleStore store,
            DeviceTemplates templates,
            Devices devices,
            Places places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.templates = templates;
        this.devices = devices;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** Declares a rule; the same again is answered with the one that is there. What it lets go is dropped within minutes, for good. */
    @Transactional
    public RetentionRule declare(Actor actor, NewRetentionRule typed) {
        var place = places.findByCode(Typed.words("place", typed.place(), PLACE))
                .filter(found -> found.community() != null)
                .orElseThrow(SensingRefused.NoPlace::new);
        actor.require(SensingPermissions.MANAGE, place.path());
        var known = store.find(typed.id());
        if (known.isPresent()) {
            actor.require(SensingPermissions.MANAGE, known.get().path());
            return known.get();
        }
        if (!typed.template().isEmpty() && templates.find(typed.template()).isEmpty()) {
            throw new Mistyped.NoChoice("template");
        }
        var device = typed.device().toUpperCase(Locale.ROOT);
        if (!device.isEmpty() && !isThere(actor, device, place.path())) {
            throw new Mistyped.NoChoice("device");
        }
        var rule = new RetentionRule(
                typed.id(),
                Objects.requireNonNull(place.community()),
                place.code(),
                place.path(),
                typed.template(),
                device,
                (int) Typed.within("keepDays", typed.keepDays(), RetentionRule.FEWEST_DAYS, RetentionRule.MOST_DAYS),
                clock.instant(),
                null,
                typed.origin());
        store.insert(rule, actor.account());
        audit(actor, "retention.declared", rule);
        return rule;
    }

    private boolean isThere(Actor actor, String device, PlacePath path) {
        try {
            return path.contains(devices.get(actor, device).path());
        } catch (Refused none) {
            return false;
        }
    }

    /** Ends a rule: nothing more is dropped by it. Again it changes nothing. */
    @Transactional
    public void end(Actor actor, UUID id) {
        var rule = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        actor.require(SensingPermissions.MANAGE, rule.path());
        if (store.end(rule, actor.account(), clock.instant())) {
            audit(actor, "retention.ended", rule);
        }
    }

    private void audit(Actor actor, String action, RetentionRule rule) {
        var what = (rule.template() + " " + rule.device() + " " + rule.keepDays()).strip();
        events.publishEvent(new Audited(actor, action, rule.id().toString(), rule.path(), what));
    }

    /** Rules that hold at or below a place, at most 200, the latest first. */
    @Transactional(readOnly = true)
    public List<RetentionRule> list(Actor actor, PlacePath at) {
        actor.require(SensingPermissions.READ, at);
        return store.list(at, MOST);
    }

    /** Until when hours stand for the readings of a device; empty while all readings are there. */
    @Transactional(readOnly = true)
    public Optional<Instant> droppedUntil(Actor actor, Device device) {
        actor.require(SensingPermissions.READ, device.path());
        return store.droppedUntil(device.thing());
    }
}
