package org.zhuxi.request.internal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhuxi.platform.web.Moment;
import org.zhuxi.platform.web.Page;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.RequestStep;

/** Small words and tones that several pages of requests share. */
public final class RequestView {

    private static final int PER_MILLE = 1_000;

    private RequestView() {}

    /** Tone of the chip of a state. */
    public static String tone(RequestState state) {
        return switch (state) {
            case RECEIVED -> "info";
            case DISPATCHED, IN_HAND, HANDED_OVER -> "primary";
            case REOPENED -> "warning";
            case ANSWERED, CALLED_BACK, CLOSED -> "success";
            case REFUSED, DUPLICATE, WITHDRAWN -> "secondary";
        };
    }

    /** What a step was, in the reader's words. */
    public static String what(Page page, RequestStep step) {
        var kind = page.t(
                "request.step." + step.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var to = step.to();
        var state = to == null || step.kind() == RequestStep.Kind.REPORTED ? kind : page.name(to.names());
        return step.words().isEmpty() ? state : page.t("request.step.says", state, step.words());
    }

    /** Steps as a timeline; who is left out for everybody. */
    public static List<Moment> moments(Page page, List<RequestStep> steps) {
        return steps.stream()
                .map(step -> new Moment(step.at(), what(page, step), step.shown() ? "" : page.t("request.private")))
                .toList();
    }

    /** A share with both its numbers, such as <em>92.3 % (12 / 13)</em>; a dash when there is nothing to divide by. */
    public static String share(Page page, long part, long whole) {
        if (whole == 0) {
            return page.t("request.no-share");
        }
        var perMille = Math.multiplyExact(part, PER_MILLE) / (double) whole;
        var percent = java.math.BigDecimal.valueOf(perMille / 10);
        return page.t("request.share", page.number(percent, 1), page.number(part), page.number(whole));
    }

    /** A text that may be missing. */
    public static String text(@Nullable String words) {
        return words == null ? "" : words;
    }
}
