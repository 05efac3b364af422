package org.zhuxi.account.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.account.ErasurePlan;
import org.zhuxi.account.ErasureRequest;
import org.zhuxi.account.HouseholdMember;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Role;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalData;

/** Erases a person in every module, in one transaction: all is gone, or nothing is. */
@Component
public class ErasureDesk {

    private static final String MODULE = "account";

    private final ObjectProvider<PersonalData> parts;
    private final ErasureStore store;
    private final MemberStore members;
    private final MemberRights rights;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasureDesk(
            ObjectProvider<PersonalData> parts,
            ErasureStore store,
            MemberStore members,
            MemberRights rights,
            Actors actors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.parts = parts;
        this.store = store;
        this.members = members;
        this.rights = rights;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    public ErasurePlan plan(UUID account, int graceDays) {
        var emptied = members.listOfPerson(account, actors.today()).stream()
                .filter(this::isOnlyAccount)
                .map(member -> rights.getPlace(member.household().id()).label())
                .toList();
        return new ErasurePlan(keys(PersonalData::removes), keys(PersonalData::keeps), emptied, graceDays);
    }

    /** The doors behind which an account's households live. */
    public List<PlacePath> homesOf(UUID account) {
        return members.listOfPerson(account, actors.today()).stream()
                .map(member -> rights.getPlace(member.household().id()).path())
                .toList();
    }

    public void requireErasable(UUID account) {
        var person = actors.find(account)
                .orElseThrow(() -> new Refused.NotFound(account))
                .actor();
        var runsTheSystem = person.grants().contains(new Grant(Role.OPERATOR, PlacePath.NATION));
        if (runsTheSystem && store.countOtherOperators(account, actors.today()) == 0) {
            throw new PeopleRefused.LastOperator();
        }
    }

    /** One that waited, unless it was taken back meanwhile. @throws PeopleRefused.LastOperator when it has become the last one meanwhile */
    @Transactional
    public void eraseDue(ErasureRequest request) {
        var nobody = new Actor(request.account(), "", Set.of(), Set.of(), null);
        if (actors.find(request.account()).isPresent()) {
            requireErasable(request.account());
            erase(request);
            var subject = request.account().toString();
            events.publishEvent(new Audited(nobody, "privacy.erasure.done", subject, PlacePath.NATION, ""));
        }
    }

    @Transactional
    public void erase(ErasureRequest request) {
        if (!store.finish(request, OffsetDateTime.now(clock))) {
            return;
        }
        var person = actors.find(request.account()).orElseThrow(() -> new Refused.NotFound(request.account()));
        var subject = new DataSubject(person.actor());
        inOrder().forEach(part -> part.erase(subject));
        actors.forgetAfterCommit();
    }

    private boolean isOnlyAccount(HouseholdMember member) {
        return members.list(member.household(), actors.today()).stream()
                .noneMatch(other -> other.account() != null && !other.id().equals(member.id()));
    }

    /** This module last, for the others may still ask who it is. */
    private List<PersonalData> inOrder() {
        return parts.stream()
                .sorted(Comparator.comparing(
                                (PersonalData part) -> part.module().equals(MODULE))
                        .thenComparing(PersonalData::module))
                .toList();
    }

    private List<String> keys(Function<PersonalData, List<String>> which) {
        return inOrder().reversed().stream()
                .map(which)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
