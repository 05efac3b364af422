package org.zhuxi.request.internal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.RequestPermissions;
import org.zhuxi.request.RequestTemplates;
import org.zhuxi.request.ServiceTypes;

/** Templates of answers at the desk. */
@Controller
@RequestMapping("/work/request-templates")
class TemplatePages {

    private final RequestTemplates templates;
    private final ServiceTypes services;
    private final WorkPlaces work;

    TemplatePages(RequestTemplates templates, ServiceTypes services, WorkPlaces work) {
        this.templates = templates;
        this.services = services;
        this.work = work;
    }

    @GetMapping
    ModelAndView list(Actor actor, @RequestParam @Nullable String place) {
        return page(actor, place, Map.of());
    }

    private ModelAndView page(Actor actor, @Nullable String place, Map<String, String> typed) {
        var at = work.of(actor, RequestPermissions.HANDLE, place);
        return new ModelAndView("request/templates")
                .addObject("place", at)
                .addObject("templates", templates.list(actor, at))
                .addObject("services", services)
                .addObject("typed", typed)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping
    ModelAndView add(Actor actor, @RequestParam Map<String, String> fields) {
        var place = fields.get("place");
        try {
            templates.add(
                    actor,
                    Ids.next(),
                    place,
                    fields.get("service"),
                    fields.get("title"),
                    fields.get("words"),
                    Origin.RECORDED);
            return new ModelAndView(
                    "redirect:" + Links.to("/work/request-templates", "place", place == null ? "" : place));
        } catch (Refused refused) {
            var kind = refused.problem().kind();
            if (kind == Problem.Kind.NOT_FOUND || kind == Problem.Kind.FORBIDDEN) {
                throw refused;
            }
            return Wrong.again(page(actor, null, fields), refused);
        }
    }

    @PostMapping("/{id}/ending")
    String end(Actor actor, @PathVariable UUID id) {
        templates.end(actor, id);
        return "redirect:/work/request-templates";
    }
}
