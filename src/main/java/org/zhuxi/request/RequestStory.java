package org.zhuxi.request;

import java.util.List;
import java.util.Map;

/** A request with everything that happened to it. For everybody only what is shown is in it. */
public record RequestStory(
        ServiceRequest request,
        ServiceType service,
        Map<String, List<String>> answers,
        List<RequestStep> steps,
        List<RequestPhoto> photos) {

    public RequestStory {
        answers = Map.copyOf(answers);
        steps = List.copyOf(steps);
        photos = List.copyOf(photos);
    }
}
