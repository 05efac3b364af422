package org.zhuxi.request.mediation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.request.mediation.Mediation.Form;

/** What a step changes in a mediation; the same for every mediation, and without any store. */
final class Course {

    private Course() {}

    /** A state by hand. Accepted again, it has a month from that day; days that no longer hold are taken away. */
    static Mediation move(Mediation it, MediationState to, LocalDate today) {
        if (to == MediationState.MEDIATING) {
            return with(it, to, today, today.plusMonths(1), false, it.form(), it.terms(), it.performOn(), null, null);
        }
        var concluded = to == MediationState.TERMINATED ? today : it.concludedOn();
        return with(
                it,
                to,
                it.acceptedOn(),
                it.due(),
                it.extended(),
                it.form(),
                it.terms(),
                it.performOn(),
                concluded,
                to.isEnded() ? today : null);
    }

    static Mediation extend(Mediation it) {
        var due = it.due();
        return with(
                it,
                it.state(),
                it.acceptedOn(),
                due == null ? null : due.plusMonths(1),
                true,
                it.form(),
                it.terms(),
                it.performOn(),
                it.concludedOn(),
                it.endedOn());
    }

    static Mediation draft(Mediation it, Form form, String terms, LocalDate performOn) {
        return with(
                it,
                it.state(),
                it.acceptedOn(),
                it.due(),
                it.extended(),
                form,
                terms,
                performOn,
                it.concludedOn(),
                it.endedOn());
    }

    static Mediation sign(Mediation it, LocalDate on) {
        return with(
                it,
                MediationState.AGREED,
                it.acceptedOn(),
                it.due(),
                it.extended(),
                it.form(),
                it.terms(),
                it.performOn(),
                on,
                null);
    }

    private static Mediation with(
            Mediation it,
            MediationState state,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate due,
            boolean extended,
            @Nullable Form form,
            String terms,
            @Nullable LocalDate performOn,
            @Nullable LocalDate concludedOn,
            @Nullable LocalDate endedOn) {
        return new Mediation(
                it.community(),
                it.id(),
                it.place(),
                it.path(),
                it.dispute(),
                it.way(),
                it.request(),
                it.facts(),
                state,
                it.appliedOn(),
                acceptedOn,
                due,
                extended,
                form,
                terms,
                performOn,
                concludedOn,
                endedOn,
                it.origin());
    }
}
