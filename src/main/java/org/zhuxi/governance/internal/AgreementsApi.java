package org.zhuxi.governance.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.Convention;
import org.zhuxi.governance.Conventions;
import org.zhuxi.governance.OpinionTalk;
import org.zhuxi.governance.Opinions;
import org.zhuxi.governance.SharedWork;
import org.zhuxi.governance.SharedWorks;
import org.zhuxi.governance.Venue;
import org.zhuxi.governance.Venues;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.PlaceKind;

/** Conventions, shared works, talks and venues for programs: lists for everybody, and what residents say to them. */
@RestController
@RequestMapping("/api/v1")
class AgreementsApi {

    private final Conventions conventions;
    private final SharedWorks works;
    private final Opinions opinions;
    private final Venues venues;
    private final Lists lists;

    AgreementsApi(Conventions conventions, SharedWorks works, Opinions opinions, Venues venues, Lists lists) {
        this.conventions = conventions;
        this.works = works;
        this.opinions = opinions;
        this.venues = venues;
        this.lists = lists;
    }

    record ConventionItem(UUID id, String place, Convention.Kind kind, String title, String origin, String source) {

        static ConventionItem of(Convention it) {
            return new ConventionItem(
                    it.id(), it.place(), it.kind(), it.title(), it.origin().name(), it.source());
        }
    }

    record WorkItem(
            UUID id,
            String place,
            SharedWork.Kind kind,
            String title,
            SharedWork.State state,
            long costFen,
            String origin) {

        static WorkItem of(SharedWork it) {
            return new WorkItem(
                    it.id(),
                    it.place(),
                    it.kind(),
                    it.title(),
                    it.state(),
                    it.costFen(),
                    it.origin().name());
        }
    }

    record TalkItem(UUID id, String place, String title, LocalDate closesOn, String origin) {

        static TalkItem of(OpinionTalk it) {
            return new TalkItem(
                    it.id(), it.place(), it.title(), it.closesOn(), it.origin().name());
        }
    }

    record VenueItem(
            UUID id,
            String place,
            PlaceKind level,
            String nameZh,
            String nameEn,
            String where,
            boolean isClosed,
            String origin,
            String source) {

        static VenueItem of(Venue it) {
            return new VenueItem(
                    it.id(),
                    it.place(),
                    it.level(),
                    it.name().zh(),
                    it.name().en(),
                    it.where(),
                    it.isClosed(),
                    it.origin().name(),
                    it.source());
        }
    }

    record Said(@Nullable Integer clause, @Nullable String words) {}

    record Answer(OpinionTalk.@Nullable Vote vote) {}

    @GetMapping("/conventions")
    Items<ConventionItem> conventions(@ParameterObject Search search) {
        return Items.of(lists.forPrograms(search, conventions::list), ConventionItem::of);
    }

    @GetMapping("/works")
    Items<WorkItem> works(@ParameterObject Search search) {
        return Items.of(lists.forPrograms(search, works::list), WorkItem::of);
    }

    @GetMapping("/opinions")
    Items<TalkItem> talks(@ParameterObject Search search) {
        return Items.of(lists.forPrograms(search, opinions::list), TalkItem::of);
    }

    @GetMapping("/venues")
    Items<VenueItem> venues(@ParameterObject Search search) {
        return Items.of(lists.forPrograms(search, venues::list), VenueItem::of);
    }

    @PutMapping("/conventions/{id}/remarks/{remark}")
    ConventionJson remark(Actor actor, @PathVariable UUID id, @PathVariable UUID remark, @RequestBody Said body) {
        conventions.remark(actor, id, remark, Typed.required("clause", body.clause()), body.words());
        return conventions.story(id, null).map(ConventionJson::of).orElseThrow(() -> new Refused.NotFound(id));
    }

    @PutMapping("/works/{id}/objections/{objection}")
    SharedWorkJson object(Actor actor, @PathVariable UUID id, @PathVariable UUID objection, @RequestBody Said body) {
        works.object(actor, id, objection, body.words());
        return SharedWorkJson.of(works.published(actor, id));
    }

    @PutMapping("/opinions/{id}/statements/{statement}")
    OpinionTalk.View say(Actor actor, @PathVariable UUID id, @PathVariable UUID statement, @RequestBody Said body) {
        opinions.say(actor, id, statement, body.words());
        return opinions.view(opinions.get(id));
    }

    @PutMapping("/opinions/{id}/statements/{statement}/vote")
    OpinionTalk.View vote(Actor actor, @PathVariable UUID id, @PathVariable UUID statement, @RequestBody Answer body) {
        opinions.vote(actor, id, statement, body.vote());
        return opinions.view(opinions.get(id));
    }
}
