package org.zhuxi.account.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.AccountRefused;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.platform.security.SignedIn;

/** A person's own API tokens. */
@Controller
@RequestMapping("/me/tokens")
class TokenPages {

    private final Accounts accounts;
    private final Clock clock;

    TokenPages(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        show(actor, new TokenForm("", Set.of(), "365"), List.of(), null, model);
        return "account/tokens";
    }

    @PostMapping
    ModelAndView make(
            Actor actor,
            @AuthenticationPrincipal SignedIn person,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(required = false) @Nullable Set<String> scopes,
            @RequestParam(defaultValue = "365") String days) {
        var form = new TokenForm(label, scopes == null ? Set.of() : scopes, days);
        var model = new ExtendedModelMap();
        try {
            var secret =
                    accounts.issueToken(actor, person.username(), form.label(), form.scopes(), validity(form.days()));
            show(actor, new TokenForm("", Set.of(), "365"), List.of(), secret, model);
            return new ModelAndView("account/tokens", model);
        } catch (AccountRefused refused) {
            show(actor, form, refused.problem().fields(), null, model);
            return new ModelAndView("account/tokens", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{id}/revocation")
    String revoke(Actor actor, @PathVariable UUID id) {
        accounts.revokeToken(actor, id);
        return "redirect:/me/tokens";
    }

    private void show(Actor actor, TokenForm form, List<Problem.Field> errors, @Nullable String secret, Model model) {
        model.addAttribute("tokens", accounts.tokensOf(actor));
        model.addAttribute("allowed", accounts.scopesOf(actor));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("secret", secret);
        model.addAttribute("now", OffsetDateTime.now(clock));
    }

    private static Duration validity(String days) {
        try {
            return Duration.ofDays(Long.parseLong(days.strip()));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new AccountRefused.WrongToken("days");
        }
    }
}
