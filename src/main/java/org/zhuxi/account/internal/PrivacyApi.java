package org.zhuxi.account.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.account.AgeBand;
import org.zhuxi.account.AuditTrail;
import org.zhuxi.account.ConsentEvent;
import org.zhuxi.account.Consents;
import org.zhuxi.account.ErasurePlan;
import org.zhuxi.account.Erasures;
import org.zhuxi.account.HouseholdMembers;
import org.zhuxi.account.NewMember;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Slice;

/** Members, consent, looks and erasure for programs; decisions need the person's own session, not a token. */
@RestController
@RequestMapping("/api/v1")
class PrivacyApi {

    private static final int MOST = 200;

    private final HouseholdMembers members;
    private final Consents consents;
    private final AuditTrail trail;
    private final Erasures erasures;

    PrivacyApi(HouseholdMembers members, Consents consents, AuditTrail trail, Erasures erasures) {
        this.members = members;
        this.consents = consents;
        this.trail = trail;
        this.erasures = erasures;
    }

    /** @param account whether the member can sign in */
    record MemberJson(
            UUID id,
            String name,
            AgeBand age,
            boolean head,
            boolean account,
            @Nullable UUID guardian) {}

    /** @param birthYear of a minor only */
    record NewMemberJson(
            @Nullable String nickname,
            @Nullable Integer birthYear,
            @Nullable UUID guardian,
            @Nullable Boolean agreed) {}

    /** @param decidedAt of the latest word; missing when nothing was said */
    record ConsentJson(
            String purpose,
            int version,
            Names name,
            boolean needed,
            boolean holds,
            @Nullable Instant decidedAt) {}

    /** What is to hold from now on. */
    record Wish(boolean given) {}

    /** @param detail what was looked at */
    record LookJson(UUID id, Instant at, String by, String action, String detail) {}

    /** @param dueAt when it will be done; missing while nothing waits */
    record ErasureJson(ErasurePlan plan, @Nullable Instant dueAt) {}

    @GetMapping("/households/{household}/members")
    List<MemberJson> members(Actor actor, @PathVariable UUID household) {
        return members.list(actor, household).stream()
                .map(member -> new MemberJson(
                        member.id(),
                        member.name(),
                        member.age(),
                        member.head(),
                        member.account() != null,
                        member.guardian()))
                .toList();
    }

    @PostMapping("/households/{household}/members")
    @ResponseStatus(HttpStatus.CREATED)
    Added add(Actor actor, @PathVariable UUID household, @RequestBody NewMemberJson member) {
        var nickname = member.nickname() == null ? "" : member.nickname();
        return new Added(members.add(
                actor,
                household,
                new NewMember(
                        nickname,
                        member.birthYear(),
                        member.guardian(),
                        Boolean.TRUE.equals(member.agreed()),
                        Origin.RECORDED)));
    }

    record Added(UUID id) {}

    @DeleteMapping("/households/{household}/members/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable UUID household, @PathVariable UUID member) {
        members.remove(actor, household, member);
    }

    @GetMapping("/me/consents")
    List<ConsentJson> consents(Actor actor) {
        return consents.of(actor, actor.account()).stream()
                .map(state -> new ConsentJson(
                        state.purpose().code(),
                        state.purpose().version(),
                        state.purpose().name(),
                        state.purpose().needed(),
                        state.holds(),
                        state.last() == null ? null : state.last().at()))
                .toList();
    }

    @GetMapping("/me/consents/history")
    List<ConsentEvent> history(Actor actor) {
        return consents.history(actor, actor.account());
    }

    @PutMapping("/me/consents/{purpose}")
    List<ConsentJson> decide(Actor actor, @PathVariable String purpose, @RequestBody Wish wish) {
        if (wish.given()) {
            consents.give(actor, actor.account(), purpose);
        } else {
            consents.withdraw(actor, actor.account(), purpose);
        }
        return consents(actor);
    }

    @GetMapping("/me/looks")
    Slice<LookJson> looks(
            Actor actor,
            @RequestParam UUID household,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        var found = trail.looks(actor, household, Math.clamp(limit, 1, MOST), after == null ? null : after.toString());
        return new Slice<>(
                found.items().stream()
                        .map(entry ->
                                new LookJson(entry.id(), entry.at(), entry.name(), entry.action(), entry.detail()))
                        .toList(),
                found.next());
    }

    @GetMapping("/me/erasure")
    ErasureJson erasure(Actor actor) {
        var waiting = erasures.find(actor);
        return new ErasureJson(
                erasures.plan(actor), waiting.map(request -> request.dueAt()).orElse(null));
    }

    @PostMapping("/me/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ErasureJson request(Actor actor) {
        erasures.request(actor);
        return erasure(actor);
    }

    @DeleteMapping("/me/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Actor actor) {
        erasures.takeBack(actor);
    }
}
