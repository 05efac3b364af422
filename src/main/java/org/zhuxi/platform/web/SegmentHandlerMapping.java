package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds who answers an address with variables in it. Spring asks each of more than a thousand mappings; here those whose path begins
 * otherwise are passed over first.
 */
final class SegmentHandlerMapping extends RequestMappingHandlerMapping {

    private static final ThreadLocal<@Nullable List<String>> ASKED = new ThreadLocal<>();

    /** By mapping the segments with which its patterns begin, up to the first that is not plain. */
    private final Map<RequestMappingInfo, List<List<String>>> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        ASKED.set(segments(request));
        try {
            return super.lookupHandlerMethod(lookupPath, request);
        } finally {
            ASKED.remove();
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        var asked = ASKED.get();
        return asked == null || mayMatch(info, asked) ? super.getMatchingMapping(info, request) : null;
    }

    private boolean mayMatch(RequestMappingInfo info, List<String> asked) {
        for (var beginning : beginnings.computeIfAbsent(info, SegmentHandlerMapping::beginnings)) {
            if (beginning.size() <= asked.size()
                    && asked.subList(0, beginning.size()).equals(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Decoded and without parameters, as patterns see them. */
    private static @Nullable List<String> segments(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            return null;
        }
        return ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(segment -> ((PathSegment) segment).valueToMatch())
                .toList();
    }

    private static List<List<String>> beginnings(RequestMappingInfo info) {
        var patterns = info.getPathPatternsCondition();
        return patterns == null
                ? List.of(List.of())
                : patterns.getPatterns().stream()
                        .map(SegmentHandlerMapping::beginning)
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
