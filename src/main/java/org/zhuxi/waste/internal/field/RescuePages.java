package org.zhuxi.waste.internal.field;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.waste.WastePermissions;
import org.zhuxi.waste.WasteRefused;
import tools.jackson.databind.json.JsonMapper;

/** Brings in what a phone saved to a file: first what would become of each drop, then for good. */
@Controller
@RequestMapping("/field/rescue")
class RescuePages {

    private final Rescue rescue;
    private final JsonMapper json;

    RescuePages(Rescue rescue, JsonMapper json) {
        this.rescue = rescue;
        this.json = json;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        if (!actor.mayAnywhere(WastePermissions.RECORD_DROPS)) {
            throw new Refused.Forbidden(WastePermissions.RECORD_DROPS.code());
        }
        return page("waste/field/rescue", List.of(), false, null);
    }

    /** @param send {@code true} to record them; otherwise it is only said what would become of them */
    @PostMapping
    ModelAndView take(
            Actor actor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") String send,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part)
            throws IOException {
        if (!actor.mayAnywhere(WastePermissions.RECORD_DROPS)) {
            throw new Refused.Forbidden(WastePermissions.RECORD_DROPS.code());
        }
        var view = part == null ? "waste/field/rescue" : "waste/field/rescue-fate";
        try {
            if (file == null || file.isEmpty()) {
                throw new WasteRefused.Unreadable("file", "field-rescue-file");
            }
            var content = RescueFile.read(file.getBytes(), json);
            var isSent = send.equals("true");
            return page(view, isSent ? rescue.send(actor, content) : rescue.foresee(actor, content), isSent, null);
        } catch (WasteRefused refused) {
            var page = page(view, List.of(), false, refused.problem());
            if (part == null) {
                page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            }
            return page;
        }
    }

    private static ModelAndView page(String view, List<RescueLine> lines, boolean isSent, @Nullable Problem problem) {
        return new ModelAndView(view)
                .addObject("lines", lines)
                .addObject("counts", Rescue.counts(lines))
                .addObject("isSent", isSent)
                .addObject("problem", problem);
    }
}
