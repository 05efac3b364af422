package org.zhuxi.platform.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.job.JobRefused;

/** How the program fares, on one page. */
@Controller
@RequestMapping("/work/operations")
class OperationsPages {

    private final Operations operations;

    OperationsPages(Operations operations) {
        this.operations = operations;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        model.addAttribute("condition", operations.condition(actor));
        model.addAttribute("mayRun", actor.mayAnywhere(OperationsPermissions.RUN));
        model.asMap().putIfAbsent("started", "");
        model.asMap().putIfAbsent("problems", List.of());
        return "platform/operations";
    }

    @GetMapping("/jobs/{job}")
    String runs(Actor actor, @PathVariable String job, Model model) {
        model.addAttribute("job", job);
        model.addAttribute("runs", operations.runs(actor, job));
        return "platform/job";
    }

    @PostMapping("/jobs/{job}/runs")
    String run(
            Actor actor, @PathVariable String job, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            operations.run(actor, job);
        } catch (JobRefused refused) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("problems", List.of(refused.problem()));
            return show(actor, model);
        }
        next.addFlashAttribute("started", job);
        return "redirect:/work/operations";
    }
}
