package org.zhuxi.assessment.internal.cycle;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.assessment.CycleRefused;
import org.zhuxi.assessment.NewSiteCheck;
import org.zhuxi.assessment.SiteCheck;
import org.zhuxi.assessment.SiteChecks;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;

/** What an assessor's phone needs on site, and what it sends. */
@RestController
class SiteApi {

    private final SiteChecks checks;
    private final Assessments assessments;
    private final Clock clock;

    SiteApi(SiteChecks checks, Assessments assessments, Clock clock) {
        this.checks = checks;
        this.assessments = assessments;
        this.clock = clock;
    }

    /** @param form token that a page's requests must carry; left out for programs */
    record KitJson(
            UUID account,
            String name,
            Instant now,
            @Nullable String form,
            List<WaitingJson> assessments) {}

    record WaitingJson(UUID id, String name, String community, boolean done, List<CriterionJson> criteria) {}

    record CriterionJson(String code, int ordinal, String name, String text, boolean defects) {}

    @GetMapping("/api/v1/site-checks/kit")
    ResponseEntity<KitJson> kit(
            Actor actor,
            Locale locale,
            @RequestAttribute(name = "org.springframework.security.web.csrf.CsrfToken", required = false) @Nullable
                    CsrfToken token) {
        if (!actor.mayAnywhere(CyclePermissions.SITE)) {
            throw new Refused.Forbidden(CyclePermissions.SITE.code());
        }
        var waiting =
                checks.waiting(actor).stream().map(one -> waiting(one, locale)).toList();
        var form = token == null || actor.scopes() != null ? null : token.getToken();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new KitJson(actor.account(), actor.name(), clock.instant(), form, waiting));
    }

    private WaitingJson waiting(SiteChecks.Waiting one, Locale locale) {
        var it = one.assessment();
        return new WaitingJson(
                it.id(),
                assessments.nameOf(it).in(locale),
                it.place(),
                one.isDone(),
                one.criteria().stream()
                        .map(criterion -> new CriterionJson(
                                criterion.code(),
                                criterion.ordinal(),
                                criterion.names().in(locale),
                                criterion.text().in(locale),
                                AnswerForm.countsDefects(criterion)))
                        .toList());
    }

    record SeenJson(
            @Nullable Boolean met,
            @Nullable Integer defects,
            @Nullable String note) {}

    /** @param account id of whoever recorded it; a program that serves only one may leave it out */
    record CheckJson(
            @Nullable UUID id,
            @Nullable UUID account,
            @Nullable UUID assessment,
            @Nullable Instant checkedAt,
            @Nullable Boolean clockChanged,
            @Nullable String note,
            @Nullable List<String> evidence,
            @Nullable Map<String, SeenJson> findings) {}

    /** @param status {@code created} or {@code duplicate} */
    record ResultJson(UUID id, String status) {}

    /** Keeps a check; the same once more is a success, other content under the same id is 409. */
    @PostMapping("/api/v1/site-checks")
    ResultJson record(Actor actor, @RequestBody CheckJson body) {
        var id = required("id", body.id());
        var findings = new HashMap<String, SiteCheck.Seen>();
        Objects.requireNonNullElse(body.findings(), Map.<String, SeenJson>of()).forEach((code, seen) -> {
            if (seen == null || seen.met() == null) {
                throw new CycleRefused.NoChoice("findings." + code);
            }
            findings.put(
                    code,
                    new SiteCheck.Seen(
                            seen.met(), Objects.requireNonNullElse(seen.defects(), 0), Typed.text(seen.note())));
        });
        var isRepeated = checks.record(
                actor,
                new NewSiteCheck(
                        id,
                        Objects.requireNonNullElseGet(body.account(), actor::account),
                        required("assessment", body.assessment()),
                        required("checkedAt", body.checkedAt()),
                        Boolean.TRUE.equals(body.clockChanged()),
                        Typed.text(body.note()),
                        Objects.requireNonNullElse(body.evidence(), List.of()),
                        findings));
        return new ResultJson(id, isRepeated ? "duplicate" : "created");
    }

    record PhotoJson(String sha256) {}

    @PostMapping(path = "/api/v1/assessments/{id}/site-photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    PhotoJson photo(Actor actor, @PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return new PhotoJson(checks.keepPhoto(actor, id, content));
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new CycleRefused.NoChoice(field);
        }
        return value;
    }
}
