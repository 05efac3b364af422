package org.zhuxi.waste.internal.team;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.team.HourCertificate;
import org.zhuxi.waste.team.HourCertificates;

/** Certificates of hours for programs; checking one needs no sign-in. */
@RestController
@RequestMapping("/api/v1/hour-certificates")
class CertificatesApi {

    private final HourCertificates certificates;
    private final Places places;
    private final WorkPlaces work;

    CertificatesApi(HourCertificates certificates, Places places, WorkPlaces work) {
        this.certificates = certificates;
        this.places = places;
        this.work = work;
    }

    /**
     * @param name the whole name for the member and the team's leaders, else its first character
     * @param holds whether the records of these days still carry the hours
     */
    record CertificateJson(
            UUID id,
            String community,
            String name,
            LocalDate from,
            LocalDate to,
            int duties,
            BigDecimal hours,
            Instant issuedAt,
            boolean holds) {}

    record NewCertificateJson(
            @Nullable String community,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @GetMapping
    List<CertificateJson> mine(Actor actor) {
        return certificates.mine(actor).stream().map(it -> json(it, true)).toList();
    }

    @PostMapping
    CertificateJson issue(Actor actor, @RequestBody NewCertificateJson body) {
        actor.account();
        var code = Objects.requireNonNullElse(body.community(), "");
        var community = work.named(code).community();
        if (community == null) {
            throw new WasteRefused.Unreadable("community", "waste-community-needed", code);
        }
        return json(
                certificates.issue(
                        actor,
                        community,
                        Typed.required("from", body.from()),
                        Typed.required("to", body.to()),
                        Origin.RECORDED),
                true);
    }

    /** @param code id of the certificate, as it stands on the paper */
    @GetMapping("/by-code")
    CertificateJson check(Actor actor, @RequestHeader(name = CodeAddress.HEADER, defaultValue = "") String code) {
        var certificate = certificates.get(Typed.id(code));
        return json(certificate, certificates.maySeeName(actor, certificate));
    }

    private CertificateJson json(HourCertificate it, boolean whole) {
        return new CertificateJson(
                it.id(),
                places.getCommunity(it.community()).code(),
                whole ? it.name() : it.shortName(),
                it.from(),
                it.to(),
                it.duties(),
                it.hours(),
                it.issuedAt(),
                it.holds());
    }
}
