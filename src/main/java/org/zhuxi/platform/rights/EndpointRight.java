package org.zhuxi.platform.rights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may use one page or endpoint.
 *
 * @param module whose it is
 * @param method GET, POST, PUT, DELETE, or ANY
 * @param pattern such as {@code /api/v1/households/{id}}
 * @param needs {@code open}, {@code signed-in}, {@code own}, or the codes of the permissions that it takes, all of them
 * @param of what the role's place is compared with
 * @param members whether the people of the household may use it as well, without a role
 * @param shows what of households staff gets to see; each such look is audited
 * @param recentProof whether the person must have proved a short while ago who he is; a token need not
 * @param byFilter whether a filter answers it and no controller
 * @param note what the row cannot say, or null
 */
public record EndpointRight(
        String module,
        String method,
        String pattern,
        List<String> needs,
        Of of,
        boolean members,
        Shows shows,
        boolean recentProof,
        boolean byFilter,
        @Nullable String note) {

    public static final String OPEN = "open";
    public static final String SIGNED_IN = "signed-in";

    /** What belongs to the person, or to the household, is theirs alone; no role brings it. */
    public static final String OWN = "own";

    public EndpointRight {
        needs = List.copyOf(needs);
    }

    /** What the place of a role is compared with. */
    public enum Of {
        /** The actor's own places: the endpoint shows what lies there. */
        OWN_PLACES,
        /** A place that the request names. */
        PLACE,
        /** The dwelling of the household that the request is about. */
        HOUSEHOLD
    }

    /** What staff sees of households. */
    public enum Shows {
        NOTHING,
        LIST,
        HOUSEHOLD
    }

    public boolean isOpen() {
        return needs.equals(List.of(OPEN));
    }

    public boolean isForEverybodySignedIn() {
        return needs.equals(List.of(SIGNED_IN));
    }

    public boolean isOwn() {
        return needs.equals(List.of(OWN));
    }

    /** Whether permissions decide. */
    public boolean isGuarded() {
        return !isOpen() && !isForEverybodySignedIn() && !isOwn();
    }

    /** As it stands in the file, such as {@code GET /places}. */
    public String key() {
        return method + " " + pattern;
    }
}
