package org.zhuxi.request.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.RequestStep;
import org.zhuxi.request.RequestStory;
import org.zhuxi.request.Satisfaction;
import org.zhuxi.request.ServiceRequest;

/** Requests as everybody gets them: without the code, the words as typed, and the people. */
final class RequestJson {

    private RequestJson() {}

    /** @param words null until they are released */
    record Line(
            UUID id,
            String place,
            String service,
            RequestState state,
            @Nullable String words,
            @Nullable Double latitude,
            @Nullable Double longitude,
            Instant receivedAt,
            LocalDate due,
            boolean late,
            int echoes,
            @Nullable Boolean resolved,
            @Nullable Satisfaction satisfaction,
            @Nullable UUID mergedInto,
            String origin) {

        static Line of(ServiceRequest it, LocalDate today) {
            var location = it.location();
            return new Line(
                    it.id(),
                    it.place(),
                    it.service(),
                    it.state(),
                    it.publicWords(),
                    location == null ? null : location.latitude(),
                    location == null ? null : location.longitude(),
                    it.receivedAt(),
                    it.due(),
                    it.isLate(today),
                    it.echoes(),
                    it.resolved(),
                    it.satisfaction(),
                    it.mergedInto(),
                    it.origin().name());
        }
    }

    record Step(UUID id, RequestStep.Kind kind, @Nullable RequestState to, String words, Instant at) {}

    /** @param photos addresses of released photos */
    record Story(Line request, Map<String, List<String>> answers, List<Step> steps, List<String> photos) {

        static Story of(RequestStory story, LocalDate today) {
            return new Story(
                    Line.of(story.request(), today),
                    story.answers(),
                    story.steps().stream()
                            .map(it -> new Step(it.id(), it.kind(), it.to(), it.words(), it.at()))
                            .toList(),
                    story.photos().stream()
                            .map(it -> "/requests/photos/" + it.id())
                            .toList());
        }
    }

    /** What the sender of a report gets; the code alone follows it. */
    record Received(Line request, String code) {}
}
