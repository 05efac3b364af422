package org.zhuxi.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.platform.web.Moment;
import org.zhuxi.platform.web.QrCode;

/** The catalogue of parts: each part of the pages in each of its states. */
@Controller
class DesignPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final LiveFigures figures;
    private final ReportingPeriods periods;
    private final Messages messages;
    private final Clock clock;

    DesignPages(LiveFigures figures, ReportingPeriods periods, Messages messages, Clock clock) {
        this.figures = figures;
        this.periods = periods;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/design")
    String catalogue(Model model) {
        var period = periods.lastYear();
        model.addAttribute("period", period);
        model.addAttribute(
                "figures",
                figures.all(PlacePath.NATION, period).stream().limit(2).toList());
        model.addAttribute("qr", QrCode.of("zhuxi"));
        model.addAttribute("moments", moments());
        model.addAttribute("charts", DesignCharts.every(LocalDate.now(clock.withZone(ZONE))));
        return "portal/design";
    }

    private List<Moment> moments() {
        var now = clock.instant();
        return List.of(
                new Moment(now, words("design.timeline.verified"), ""),
                new Moment(now.minus(Duration.ofHours(1)), words("design.timeline.recorded"), words("design.name")));
    }

    private String words(String key) {
        return messages.get(LocaleContextHolder.getLocale(), key);
    }
}
