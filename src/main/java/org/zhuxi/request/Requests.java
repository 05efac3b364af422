package org.zhuxi.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.request.internal.Phones;
import org.zhuxi.request.internal.PhotoStore;
import org.zhuxi.request.internal.Placing;
import org.zhuxi.request.internal.RateStore;
import org.zhuxi.request.internal.ReporterStore;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.RequestStore;
import org.zhuxi.request.internal.StepStore;
import org.zhuxi.request.internal.StepStore.Answer;
import org.zhuxi.request.internal.TrackingCode;

/** Reports of residents, patrols and other programs: received, and shown to everybody as far as they are released. */
@Service
public class Requests {

    private static final int NEARBY = 3;
    private static final int ENDED_DAYS = 14;
    private static final int RESPOND_DAYS = 1;

    private final RequestStore store;
    private final StepStore steps;
    private final ReporterStore reporters;
    private final PhotoStore photos;
    private final RateStore rates;
    private final ServiceTypes services;
    private final WorkingCalendar calendar;
    private final Placing placing;
    private final RequestGate gate;

    Requests(
            RequestStore store,
            StepStore steps,
            ReporterStore reporters,
            PhotoStore photos,
            RateStore rates,
            ServiceTypes services,
            WorkingCalendar calendar,
            Placing placing,
            RequestGate gate) {
        this.store = store;
        this.steps = steps;
        this.reporters = reporters;
        this.photos = photos;
        this.rates = rates;
        this.services = services;
        this.calendar = calendar;
        this.placing = placing;
        this.gate = gate;
    }

    /**
     * Receives a report from anybody, signed in or not. The same id with the same words again, from the same account or with the
     * same secret, is answered with what is there: everything else about a report may be public, and its code is not.
     *
     * @throws RequestRefused.Nearby when something like it was reported nearby and the sender has not said that this is new
     * @throws RequestRefused when a field is wrong
     */
    @Transactional
    public ServiceRequest report(Actor actor, NewRequest typed, Origin origin) {
        return report(actor, typed, null, origin);
    }

    /** The same for a program with a key. @param client the key's id, or null */
    @Transactional
    public ServiceRequest report(Actor actor, NewRequest typed, @Nullable UUID client, Origin origin) {
        var place = placing.get(typed.place());
        var service = services.get(Typed.words("service", typed.service(), 40));
        var words = Typed.words("words", typed.words(), ServiceRequest.WORDS);
        var reporter = reporter(actor, typed, service);
        var answers = answers(service, typed);
        var request = received(place, service, typed, words, client, origin);
        var known = store.find(typed.id());
        if (known.isPresent()) {
            return same(actor, known.get(), request);
        }
        requireNew(request, service, typed);
        if (!store.insert(request, service.names())) {
            throw new RequestRefused.Conflict(typed.id());
        }
        steps.insertAnswers(request, answers);
        if (reporter.isKnown()) {
            reporters.insert(request, reporter);
        }
        gate.step(request, RequestStep.Kind.REPORTED, RequestState.RECEIVED, "", true, null);
        return request;
    }

    private ServiceRequest same(Actor actor, ServiceRequest known, ServiceRequest again) {
        if (!isSender(actor, known, again)
                || !known.words().equals(again.words())
                || !known.place().equals(again.place())
                || !known.service().equals(again.service())) {
            throw new RequestRefused.Conflict(again.id());
        }
        return known;
    }

    private boolean isSender(Actor actor, ServiceRequest known, ServiceRequest again) {
        var isOwn = actor.isSignedIn()
                && reporters
                        .find(known)
                        .filter(reporter -> actor.account().equals(reporter.account()))
                        .isPresent();
        return isOwn || known.code().equals(again.code());
    }

    private void requireNew(ServiceRequest request, ServiceType service, NewRequest typed) {
        if (!typed.isNew()) {
            var found = near(request, service).size();
            if (found > 0) {
                throw new RequestRefused.Nearby(found);
            }
        }
    }

    private static Reporter reporter(Actor actor, NewRequest typed, ServiceType service) {
        var phone = Phones.read(typed.phone());
        var isByResident = typed.source() == RequestSource.PAGE || typed.source() == RequestSource.PLATE;
        if (isByResident && phone.isEmpty() && !service.anonymous() && !actor.isSignedIn()) {
            throw new RequestRefused.NoPhone();
        }
        return new Reporter(isByResident ? actor.accountId() : null, phone, null);
    }

    private static List<Answer> answers(ServiceType service, NewRequest typed) {
        var answers = new ArrayList<Answer>();
        for (var attribute : service.attributes()) {
            var given = typed.answersTo(attribute.code()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (given.isEmpty() && attribute.required()
                    || given.size() > 1 && !attribute.several()
                    || !given.stream().allMatch(attribute::has)) {
                throw new RequestRefused.WrongAnswer(attribute.code());
            }
            given.forEach(value -> answers.add(new Answer(attribute.code(), value)));
        }
        return answers;
    }

    private ServiceRequest received(
            Place place, ServiceType service, NewRequest typed, String words, @Nullable UUID client, Origin origin) {
        var today = gate.today();
        return new ServiceRequest(
                Objects.requireNonNull(place.community()),
                typed.id(),
                code(typed),
                place.code(),
                place.path(),
                service.code(),
                words,
                null,
                Typed.optional("where", typed.where(), ServiceRequest.SHORT),
                placing.near(place, typed.location()),
                typed.source(),
                RequestState.RECEIVED,
                gate.now(),
                today,
                calendar.plus(today, RESPOND_DAYS),
                calendar.plus(today, service.workingDays()),
                null,
                null,
                null,
                null,
                null,
                service.office().zh(),
                null,
                null,
                0,
                null,
                null,
                client,
                origin);
    }

    private static String code(NewRequest typed) {
        var secret = Typed.text(typed.secret());
        return secret.isEmpty() ? TrackingCode.draw() : TrackingCode.of(typed.id(), secret);
    }

    /** What was reported nearby and may be the same as this report; the nearest first, at most three. */
    @Transactional(readOnly = true)
    public List<ServiceRequest> near(NewRequest typed) {
        var place = placing.get(typed.place());
        var service = services.get(Typed.words("service", typed.service(), 40));
        return near(received(place, service, typed, "", null, Origin.RECORDED), service);
    }

    private List<ServiceRequest> near(ServiceRequest request, ServiceType service) {
        return store.near(
                request.community(),
                request.service(),
                request.place(),
                request.location(),
                service.radiusMetres(),
                gate.today().minusDays(ENDED_DAYS),
                NEARBY);
    }

    /** A request. @throws org.zhuxi.kernel.Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public ServiceRequest get(UUID id) {
        return gate.get(id);
    }

    /** What everybody may know of a request. */
    @Transactional(readOnly = true)
    public RequestStory story(UUID id) {
        return story(gate.get(id), true);
    }

    RequestStory story(ServiceRequest request, boolean shownOnly) {
        var answers = steps.answers(request).stream()
                .collect(Collectors.groupingBy(
                        Answer::attribute, LinkedHashMap::new, Collectors.mapping(Answer::value, Collectors.toList())));
        return new RequestStory(
                request,
                services.get(request.service()),
                (Map<String, List<String>>) answers,
                steps.list(request, shownOnly),
                photos.list(request, shownOnly));
    }

    /** Requests at or below a place, the latest first; words are searched only where they are released. */
    @Transactional(readOnly = true)
    public Slice<ServiceRequest> list(PlacePath at, RequestFilter filter, int limit, @Nullable UUID after) {
        return Slice.of(
                store.list(at, filter, gate.today(), false, limit + 1, after),
                limit,
                it -> it.id().toString());
    }

    /** Requests of the actor himself, the latest first. */
    @Transactional(readOnly = true)
    public Slice<ServiceRequest> own(Actor actor, int limit, @Nullable UUID after) {
        return Slice.of(
                store.ofAccount(actor.account(), limit + 1, after),
                limit,
                it -> it.id().toString());
    }

    /** How requests at or below a place that were received in a year were done. */
    @Transactional(readOnly = true)
    public RequestRates rates(PlacePath at, int year) {
        return rates.count(at, year, gate.today());
    }
}
