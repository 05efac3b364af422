package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.compost.CompostDay;
import org.zhuxi.compost.CompostPermissions;
import org.zhuxi.compost.CompostSite;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.UnitDay;
import org.zhuxi.compost.process.Feedstock;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.Messages;

/** What a composter's phone must know to log without a network: own sites, their units, what to do today, materials. */
@RestController
class LogKitApi {

    private static final int MOST_SITES = 20;

    private final CompostSites sites;
    private final CompostDay day;
    private final Tables tables;
    private final Messages messages;

    LogKitApi(CompostSites sites, CompostDay day, Tables tables, Messages messages) {
        this.sites = sites;
        this.day = day;
        this.tables = tables;
        this.messages = messages;
    }

    /**
     * @param account whose entries the phone keeps
     * @param swappedCelsius an edge so much hotter than the core asks whether the probes were swapped
     */
    record KitJson(UUID account, String name, List<SiteJson> sites, List<MaterialJson> materials, int swappedCelsius) {}

    /** @param community code of its community */
    record SiteJson(UUID id, String name, String community, BigDecimal bucketLitres, List<UnitJson> units) {}

    record UnitJson(UUID id, String code, int probes, List<AdviceJson> advice) {}

    record AdviceJson(String words, boolean urgent) {}

    record MaterialJson(String code, String name) {}

    @GetMapping("/api/v1/compost/kit")
    ResponseEntity<KitJson> kit(Actor actor, Locale locale) {
        if (!actor.mayAnywhere(CompostPermissions.LOG)) {
            throw new Refused.Forbidden(CompostPermissions.LOG.code());
        }
        var mine = sites.mine(actor, CompostPermissions.LOG, MOST_SITES).stream()
                .map(it -> site(actor, it, locale))
                .toList();
        var materials = tables.feedstocks().stream()
                .filter(Feedstock::isComplete)
                .map(it -> new MaterialJson(it.code(), it.names().in(locale)))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new KitJson(actor.account(), actor.name(), mine, materials, EntryChecks.SWAPPED.intValueExact()));
    }

    private SiteJson site(Actor actor, CompostSite site, Locale locale) {
        return new SiteJson(
                site.ref().id(),
                site.name().in(locale),
                site.place(),
                site.bucketLitres(),
                day.today(actor, site.ref().id()).stream()
                        .map(it -> unit(it, locale))
                        .toList());
    }

    private UnitJson unit(UnitDay it, Locale locale) {
        return new UnitJson(
                it.unit().id(),
                it.unit().code(),
                it.unit().probes(),
                it.advice().stream()
                        .map(one -> new AdviceJson(
                                messages.get(
                                        locale,
                                        "compost.advice." + one.code(),
                                        one.arguments().toArray()),
                                one.urgent()))
                        .toList());
    }
}
