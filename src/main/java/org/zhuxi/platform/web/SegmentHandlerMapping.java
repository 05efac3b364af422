package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds who answers an address by the plain segments with which it begins. Spring asks each of more than a thousand mappings; here
 * the few that begin as the address does are asked, and the best of them is chosen as Spring chooses it.
 */
final class SegmentHandlerMapping extends RequestMappingHandlerMapping {

    /** A mapping, whole or as far as it matches a request, and who answers it. */
    private record Known(RequestMappingInfo mapping, HandlerMethod method) {}

    /** By the segments with which a pattern begins, up to the first that is not plain. */
    private final Map<List<String>, List<Known>> byBeginning = new HashMap<>();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
        super.handlerMethodsInitialized(methods);
        methods.forEach((mapping, method) -> {
            for (var beginning : beginnings(mapping)) {
                byBeginning
                        .computeIfAbsent(beginning, none -> new ArrayList<>())
                        .add(new Known(mapping, method));
            }
        });
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        if (CorsUtils.isPreFlightRequest(request) || !ServletRequestPathUtils.hasParsedRequestPath(request)) {
            return super.lookupHandlerMethod(lookupPath, request);
        }
        var asked = asked(segments(request));
        var matching = matching(asked, request);
        if (matching.isEmpty()) {
            var mappings = asked.stream().map(Known::mapping).collect(Collectors.toSet());
            return handleNoMatch(mappings, lookupPath, request);
        }
        var better = getMappingComparator(request);
        var best = matching.getFirst();
        for (var other : matching.subList(1, matching.size())) {
            var order = better.compare(best.mapping(), other.mapping());
            if (order == 0) {
                return super.lookupHandlerMethod(lookupPath, request); // says which two contradict each other
            }
            best = order < 0 ? best : other;
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, best.method());
        handleMatch(best.mapping(), lookupPath, request);
        return best.method();
    }

    /** Mappings that begin as the address does; one may be there twice. */
    private List<Known> asked(List<String> segments) {
        var asked = new ArrayList<Known>();
        for (var length = 0; length <= segments.size(); length++) {
            asked.addAll(byBeginning.getOrDefault(segments.subList(0, length), List.of()));
        }
        return asked;
    }

    private List<Known> matching(List<Known> asked, HttpServletRequest request) {
        var matching = new ArrayList<Known>();
        for (var one : asked) {
            var match = getMatchingMapping(one.mapping(), request);
            if (match != null && matching.stream().noneMatch(it -> it.method().equals(one.method()))) {
                matching.add(new Known(match, one.method()));
            }
        }
        return matching;
    }

    /** Decoded and without parameters, as patterns see them. */
    private static List<String> segments(HttpServletRequest request) {
        var segments = new ArrayList<String>();
        for (var element : ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .elements()) {
            if (element instanceof PathSegment segment) {
                segments.add(segment.valueToMatch());
            }
        }
        return segments;
    }

    private static List<List<String>> beginnings(RequestMappingInfo mapping) {
        return Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatterns().stream()
                .map(SegmentHandlerMapping::beginning)
                .distinct()
                .toList();
    }

    private static List<String> beginning(PathPattern pattern) {
        var plain = new ArrayList<String>();
        for (var segment : pattern.getPatternString().replaceFirst("^/", "").split("/", -1)) {
            if (segment.isEmpty() || segment.chars().anyMatch(c -> "{*?}".indexOf(c) >= 0)) {
                break;
            }
            plain.add(segment);
        }
        return List.copyOf(plain);
    }
}
