package org.zhuxi.account.internal;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Counts sign-ins and failed ones; many failures are somebody guessing. */
@Component
class SignInMeters {

    private final MeterRegistry meters;

    SignInMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @EventListener
    public void on(InteractiveAuthenticationSuccessEvent success) {
        count("success");
    }

    @EventListener
    public void on(AbstractAuthenticationFailureEvent failure) {
        count("failure");
    }

    private void count(String outcome) {
        meters.counter("zhuxi.sign-in", "outcome", outcome).increment();
    }
}
