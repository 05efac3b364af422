package org.zhuxi.request.internal;

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
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.OpenClients;
import org.zhuxi.request.RequestPermissions;

/** Keys for Open311 at the desk; a new one is shown once. */
@Controller
@RequestMapping("/work/request-keys")
class KeyPages {

    private final OpenClients clients;
    private final WorkPlaces work;

    KeyPages(OpenClients clients, WorkPlaces work) {
        this.clients = clients;
        this.work = work;
    }

    @GetMapping
    ModelAndView list(Actor actor, @RequestParam @Nullable String place) {
        return page(actor, place, "", "");
    }

    private ModelAndView page(Actor actor, @Nullable String place, String label, String key) {
        var at = work.of(actor, RequestPermissions.KEYS, place);
        return new ModelAndView("request/keys")
                .addObject("place", at)
                .addObject("clients", clients.list(actor, at.path()))
                .addObject("label", label)
                .addObject("key", key)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping
    ModelAndView issue(
            Actor actor, @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String label) {
        try {
            return page(actor, place, "", clients.issue(actor, place, label, Origin.RECORDED));
        } catch (Refused refused) {
            var kind = refused.problem().kind();
            if (kind == Problem.Kind.NOT_FOUND || kind == Problem.Kind.FORBIDDEN) {
                throw refused;
            }
            return Wrong.again(page(actor, place.isBlank() ? null : place, label, ""), refused);
        }
    }

    @PostMapping("/{id}/ending")
    String end(Actor actor, @PathVariable UUID id) {
        clients.end(actor, id);
        return "redirect:/work/request-keys";
    }
}
