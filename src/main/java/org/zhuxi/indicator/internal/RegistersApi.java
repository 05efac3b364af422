package org.zhuxi.indicator.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.indicator.RegisterItem;
import org.zhuxi.indicator.RegisterSnapshot;
import org.zhuxi.indicator.Registers;
import org.zhuxi.kernel.Actor;

/** Frozen registers of communities, for programs: read by everybody. */
@RestController
@RequestMapping("/api/v1/registers")
class RegistersApi {

    private final Registers registers;
    private final PlaceNaming naming;

    RegistersApi(Registers registers, PlaceNaming naming) {
        this.registers = registers;
        this.naming = naming;
    }

    record RegisterJson(
            UUID id,
            String year,
            String scope,
            LocalDate asOf,
            String source,
            String hash,
            long communities,
            Instant frozenAt,
            @Nullable Instant withdrawnAt,
            String withdrawalReason,
            String origin) {

        static RegisterJson of(RegisterSnapshot it) {
            return new RegisterJson(
                    it.id(),
                    it.cycle().code(),
                    it.scope().value(),
                    it.asOf(),
                    it.source(),
                    it.hash(),
                    it.communities(),
                    it.frozenAt(),
                    it.withdrawnAt(),
                    it.withdrawalReason(),
                    it.origin().name());
        }
    }

    record Items(List<RegisterJson> items) {}

    record LineJson(
            String place,
            String name,
            boolean urban,
            long communities,
            @Nullable Long residents,
            @Nullable Long households,
            @Nullable Map<String, Long> sites) {

        static LineJson of(RegisterItem it, Locale locale) {
            return new LineJson(
                    it.place(),
                    it.name().in(locale),
                    it.urban(),
                    it.communities(),
                    it.residents(),
                    it.households(),
                    it.sites());
        }
    }

    record Lines(RegisterJson register, List<LineJson> items) {}

    record RegisterBody(
            @Nullable String place,
            @Nullable String year,
            @Nullable String source) {}

    record ReasonBody(@Nullable String reason) {}

    @GetMapping
    Items list(@RequestParam(defaultValue = "") String place) {
        return new Items(registers.list(naming.today(place).path()).stream()
                .map(RegisterJson::of)
                .toList());
    }

    @GetMapping("/{id}")
    Lines get(@PathVariable UUID id, Locale locale) {
        return new Lines(
                RegisterJson.of(registers.get(id)),
                registers.items(id).stream().map(it -> LineJson.of(it, locale)).toList());
    }

    /** Freezes the communities of a place as the tree has them today. */
    @PutMapping("/{id}")
    RegisterJson freeze(Actor actor, @PathVariable UUID id, @RequestBody RegisterBody body) {
        return RegisterJson.of(
                registers.freezeToday(actor, id, text(body.year()), text(body.place()), text(body.source())));
    }

    @PostMapping("/{id}/withdrawal")
    RegisterJson withdraw(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
        return RegisterJson.of(registers.withdraw(actor, id, text(body.reason())));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
