package org.zhuxi.account.internal;

import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.security.SignedIn;

/** Keeps who signed in, and whose account somebody failed to enter. */
@Component
class SignInAudit {

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
        }
    }

    /**
     * What was typed is kept only when it is somebody's name; people type passwords into the wrong field. Attempts that come
     * too early are not judged and leave no line.
     */
    @EventListener
    public void on(AuthenticationFailureBadCredentialsEvent failure) {
        var username = actors.findByName(failure.getAuthentication().getName())
                .map(SignedIn::username)
                .orElse("?");
        events.publishEvent(new Audited(Actor.VISITOR, "sign-in.failed", username, PlacePath.NATION, ""));
    }
}
