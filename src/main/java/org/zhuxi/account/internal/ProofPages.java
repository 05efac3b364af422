package org.zhuxi.account.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.account.SignIns;
import org.zhuxi.account.internal.session.Proofs;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;

/** Asks somebody who is signed in to prove anew who he is. */
@Controller
class ProofPages {

    private final SignIns signIns;
    private final NextPage next;
    private final ProofQuestion question;
    private final Clock clock;

    ProofPages(SignIns signIns, NextPage next, ProofQuestion question, Clock clock) {
        this.signIns = signIns;
        this.next = next;
        this.question = question;
        this.clock = clock;
    }

    /** @param to the page to go on to; without it a form that waits */
    @GetMapping(ProofQuestion.PAGE)
    ModelAndView ask(
            Actor actor, @RequestParam(name = "next", defaultValue = "") String to, HttpServletRequest request) {
        actor.account();
        var waiting = to.isEmpty() ? Resumption.keptIn(request).orElse(null) : null;
        return page(to, waiting, null);
    }

    @PostMapping(ProofQuestion.PAGE)
    ModelAndView prove(
            Actor actor,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "next", defaultValue = "") String to,
            HttpServletRequest request) {
        try {
            signIns.prove(actor, password);
        } catch (SignInRefused refused) {
            return page(to, Resumption.carriedBy(request).orElse(null), refused);
        }
        Proofs.add(request, List.of(Proofs.of(FactorGrantedAuthority.PASSWORD_AUTHORITY, clock.instant())));
        return new ModelAndView("redirect:" + next.afterProof(request));
    }

    private ModelAndView page(String to, @Nullable Resumption waiting, @Nullable SignInRefused refused) {
        List<Problem.Field> errors = refused == null ? List.of() : PasswordPages.fieldsOf(refused, "password");
        var page = new ModelAndView("account/proof").addObject("content", question.content(to, errors, waiting));
        if (refused != null) {
            page.setStatus(PasswordPages.statusOf(refused));
        }
        return page;
    }
}
