package org.zhuxi.account.internal.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.account.Passkeys;
import org.zhuxi.account.SignInRefused;
import org.zhuxi.account.SignIns;
import org.zhuxi.account.internal.NextPage;
import org.zhuxi.account.internal.RememberedLogins;
import org.zhuxi.account.internal.session.Entrance;
import org.zhuxi.account.internal.session.Proofs;
import org.zhuxi.account.internal.session.SessionPeople;
import org.zhuxi.account.internal.session.StaffPasskey;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.web.Messages;

/** What {@code assets/passkeys.js} talks to: questions for the device, and its answers. */
@Controller
class PasskeyPages {

    private static final String CHALLENGE = "passkey.challenge";

    private final PasskeyCeremony ceremony;
    private final Passkeys passkeys;
    private final Entrance entrance;
    private final SignIns signIns;
    private final RememberedLogins remembered;
    private final NextPage next;
    private final Messages messages;
    private final Clock clock;

    PasskeyPages(
            PasskeyCeremony ceremony,
            Passkeys passkeys,
            Entrance entrance,
            SignIns signIns,
            RememberedLogins remembered,
            NextPage next,
            Messages messages,
            Clock clock) {
        this.ceremony = ceremony;
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.signIns = signIns;
        this.remembered = remembered;
        this.next = next;
        this.messages = messages;
        this.clock = clock;
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> askForProof(HttpServletRequest request) {
        return asked(ceremony.askForProof(), request);
    }

    /** The fields of the sign-in form come along: whether to stay signed in, and a form that waits. */
    @PostMapping("/sign-in/passkey")
    ResponseEntity<Map<String, String>> enter(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = ceremony.prove(challengeIn(request), credential);
        entrance.enter(person, Entrance.PASSKEY, request, response);
        var authentication =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        remembered.loginSuccess(request, response, authentication);
        return ResponseEntity.ok(Map.of("to", next.after(person.actor(), request, response)));
    }

    /** Proves anew that it is him who is signed in. */
    @PostMapping("/me/proof/passkey")
    ResponseEntity<Map<String, String>> confirm(
            Actor actor, @RequestParam(defaultValue = "") String credential, HttpServletRequest request) {
        requireOwn(actor, credential, request);
        return ResponseEntity.ok(Map.of("to", next.afterProof(request)));
    }

    /** From now on passkeys alone sign in, as this one just did. */
    @PostMapping("/me/password/removal")
    ResponseEntity<Map<String, String>> removePassword(
            Actor actor, @RequestParam(defaultValue = "") String credential, HttpServletRequest request) {
        requireOwn(actor, credential, request);
        signIns.removePassword(actor, remembered.here(request));
        return ResponseEntity.ok(Map.of("to", "/me/sign-in?done=no-password"));
    }

    private void requireOwn(Actor actor, String credential, HttpServletRequest request) {
        var person = ceremony.prove(challengeIn(request), credential);
        if (!person.actor().account().equals(actor.account())) {
            throw new SignInRefused.WrongPasskey();
        }
        prove(request);
    }

    @PostMapping("/me/passkeys/options")
    ResponseEntity<String> askForKey(Actor actor, HttpServletRequest request) {
        requirePasskeyIfAny(actor);
        return asked(ceremony.askForKey(actor.account()), request);
    }

    @PostMapping("/me/passkeys")
    ResponseEntity<Map<String, String>> add(
            Actor actor,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request) {
        requirePasskeyIfAny(actor);
        passkeys.add(actor, challengeIn(request), credential, label);
        prove(request);
        return ResponseEntity.ok(Map.of("to", "/me/sign-in"));
    }

    /** A password alone adds the first passkey to an account whose roles need one, but no further ones. */
    private void requirePasskeyIfAny(Actor actor) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (StaffPasskey.isWithheld(signedIn) && !passkeys.list(actor).isEmpty()) {
            throw new SignInRefused.PasskeyFirst();
        }
    }

    private void prove(HttpServletRequest request) {
        Proofs.add(request, List.of(Proofs.of(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, clock.instant())));
    }

    /** The script shows the words beside its button. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> on(SignInRefused refused, Locale locale) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", messages.explain(locale, refused.problem())));
    }

    private static ResponseEntity<String> asked(PasskeyCeremony.Question question, HttpServletRequest request) {
        SessionPeople.keepBriefly(request, CHALLENGE, question.challenge());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(question.json());
    }

    private static String challengeIn(HttpServletRequest request) {
        var challenge = SessionPeople.take(request, CHALLENGE);
        if (challenge == null) {
            throw new SignInRefused.WrongPasskey();
        }
        return challenge;
    }
}
