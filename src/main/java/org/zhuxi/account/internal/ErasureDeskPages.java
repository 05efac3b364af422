package org.zhuxi.account.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.Erasures;
import org.zhuxi.account.PeopleRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;

/** Erasing somebody at once, for a reason: a mistake at the desk, a death, a wish said in person. */
@Controller
@RequestMapping("/work/people/{account}/erasure")
class ErasureDeskPages {

    private final Erasures erasures;
    private final AccountStore accounts;

    ErasureDeskPages(Erasures erasures, AccountStore accounts) {
        this.erasures = erasures;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable UUID account) {
        return page(actor, account, "", null);
    }

    @PostMapping
    ModelAndView erase(Actor actor, @PathVariable UUID account, @RequestParam(defaultValue = "") String reason) {
        try {
            erasures.eraseNow(actor, account, reason);
            return new ModelAndView("redirect:/work?erased");
        } catch (PeopleRefused refused) {
            return page(actor, account, reason, refused.problem());
        }
    }

    private ModelAndView page(Actor actor, UUID account, String reason, @Nullable Problem problem) {
        var page = new ModelAndView("account/erase-now");
        page.addObject("plan", erasures.plan(actor, account));
        page.addObject("account", account);
        page.addObject(
                "name", accounts.find(account).map(AccountStore.Account::name).orElse(""));
        page.addObject("reason", reason);
        page.addObject("problem", problem);
        if (problem != null) {
            page.setStatus(HttpStatusCode.valueOf(problem.kind().status()));
        }
        return page;
    }
}
