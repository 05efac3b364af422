package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Problem;
import org.zhuxi.points.NewRuleVersion;
import org.zhuxi.points.PointsPermissions;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.Rewards;

/** The reward rules with all their versions, and the form for the next one. */
@Controller
class RulePages {

    private final Rewards rewards;

    RulePages(Rewards rewards) {
        this.rewards = rewards;
    }

    @GetMapping("/work/points/rules")
    String rules(Actor actor, @RequestParam(required = false) @Nullable String code, Model model) {
        if (!actor.mayAnywhere(PointsPermissions.OVERVIEW)) {
            actor.require(PointsPermissions.RULES, PlacePath.NATION);
        }
        return page(actor, filled(code), Map.of(), model);
    }

    @PostMapping("/work/points/rules")
    String add(Actor actor, @ModelAttribute RuleForm form, Model model, HttpServletResponse response) {
        try {
            rewards.add(actor, version(form));
            return "redirect:/work/points/rules?added=" + form.value("code");
        } catch (PointsRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var problems = refused.problem().fields().stream()
                    .collect(Collectors.toMap(Problem.Field::name, field -> field, (one, other) -> one));
            return page(actor, form, problems, model);
        }
    }

    private String page(Actor actor, RuleForm form, Map<String, Problem.Field> problems, Model model) {
        model.addAttribute("rules", rewards.list());
        model.addAttribute("mayAdd", actor.may(PointsPermissions.RULES, PlacePath.NATION));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "points/rules";
    }

    /** The latest version of the rule, or of the first, from the earliest day possible. */
    private RuleForm filled(@Nullable String code) {
        var first = rewards.list().stream()
                .filter(rule -> code == null || rule.code().equals(code))
                .reduce((one, other) -> other.code().equals(one.code()) ? other : one);
        return first.map(rule -> new RuleForm(
                        rule.code(),
                        rule.perUnit().toPlainString(),
                        Long.toString(rule.fixed()),
                        Long.toString(rule.least()),
                        rule.dailyCap() == null ? "" : rule.dailyCap().toString(),
                        rewards.earliestStart().toString()))
                .orElse(new RuleForm(null, null, null, null, null, null));
    }

    private NewRuleVersion version(RuleForm form) {
        return new NewRuleVersion(
                form.value("code"),
                number(form, "perUnit"),
                number(form, "fixed").longValue(),
                number(form, "least").longValue(),
                form.value("dailyCap").isEmpty()
                        ? null
                        : number(form, "dailyCap").longValue(),
                day(form));
    }

    private static BigDecimal number(RuleForm form, String field) {
        try {
            var number = new BigDecimal(form.value(field));
            if (number.precision() > 9
                    || !field.equals("perUnit") && number.stripTrailingZeros().scale() > 0) {
                throw new PointsRefused.BadRate(field);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new PointsRefused.BadRate(field);
        }
    }

    private LocalDate day(RuleForm form) {
        try {
            return LocalDate.parse(form.value("validFrom"));
        } catch (DateTimeParseException e) {
            throw new PointsRefused.TooEarly(rewards.earliestStart());
        }
    }
}
