package org.zhuxi.account.internal;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.security.SignedIn;

/** Keeps who signed in, and whose account somebody failed to enter; in the log by the account's id alone. */
@Component
class SignInAudit {

    private static final Logger LOG = LoggerFactory.getLogger(SignInAudit.class);

    private final ApplicationEventPublisher events;
    private final Actors actors;

    SignInAudit(ApplicationEventPublisher events, Actors actors) {
        this.events = events;
        this.actors = actors;
    }

    @EventListener
    public void on(InteractiveAuthenticationSuccessEvent success) {
        if (success.getAuthentication().getPrincipal() instanceof SignedIn person) {
            var actor = new Actor(person.actor().accountId(), person.actor().name(), Set.of(), Set.of(), null);
            var way = success.getGeneratedBy().getSimpleName().startsWith("RememberMe") ? "remembered" : "password";
            events.publishEvent(new Audited(actor, "sign-in", person.username(), PlacePath.NATION, way));
            LOG.info("Sign-in of {}: {}", actor.account(), way);
        }
    }

    /**
     * What was typed is kept only when it is somebody's name; people type passwords into the wrong field. Attempts that come
     * too early are not judged and leave no line.
     */
    @EventListener
    public void on(AuthenticationFailureBadCredentialsEvent failure) {
        var known = actors.findByName(failure.getAuthentication().getName());
        var username = known.map(SignedIn::username).orElse("?");
        LOG.info(
                "Failed sign-in of {}",
                known.map(person -> person.actor().account().toString()).orElse("a name nobody has"));
        events.publishEvent(new Audited(Actor.VISITOR, "sign-in.failed", username, PlacePath.NATION, ""));
    }
}
