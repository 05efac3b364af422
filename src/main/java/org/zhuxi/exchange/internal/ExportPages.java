package org.zhuxi.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.exchange.Exports;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.table.TableFormat;

/** Everything that can be taken along, for a place and a time. */
@Controller
class ExportPages {

    private final Exports exports;
    private final ExportPlace places;

    ExportPages(Exports exports, ExportPlace places) {
        this.exports = exports;
        this.places = places;
    }

    @GetMapping("/work/exports")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        var at = places.choose(actor, null, place);
        var scope = places.scope(at, from, to);
        model.addAttribute("sources", exports.sources(actor));
        model.addAttribute("formats", TableFormat.values());
        model.addAttribute("at", at);
        model.addAttribute("from", scope.from() == null ? "" : scope.from().toString());
        model.addAttribute("to", scope.to() == null ? "" : scope.to().toString());
        return "exchange/exports";
    }
}
