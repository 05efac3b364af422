package org.zhuxi.platform.privacy;

import java.util.UUID;
import org.zhuxi.kernel.Actor;

/**
 * The person whose data is handed out or erased.
 *
 * @param actor the person with present roles and households; modules read through their facades as this person
 */
public record DataSubject(Actor actor) {

    public UUID account() {
        return actor.account();
    }
}
