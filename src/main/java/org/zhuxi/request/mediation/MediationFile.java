package org.zhuxi.request.mediation;

import java.util.List;

/** All there is about a mediation. */
public record MediationFile(Mediation mediation, List<Party> parties, List<MediationStep> steps) {

    public MediationFile {
        parties = List.copyOf(parties);
        steps = List.copyOf(steps);
    }

    /** Whether the parties have sat together. */
    public boolean hasSession() {
        return steps.stream().anyMatch(step -> step.kind() == MediationStep.Kind.SESSION);
    }
}
