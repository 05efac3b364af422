package org.zhuxi.account.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * How and when the person of a session proved who he is, as Spring Security's factors. Kept as a text such as {@code
 * FACTOR_PASSWORD=1790000000000 FACTOR_WEBAUTHN=1790000060000}, in milliseconds since 1970; being remembered proves nothing.
 */
public final class Proofs {

    static final String KEPT = "proofs";

    private Proofs() {}

    /** The latest proof of each kind. */
    public static List<FactorGrantedAuthority> in(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof String text
                ? Stream.of(text.split(" ")).map(Proofs::read).toList()
                : List.of();
    }

    /** Adds what was proved just now. */
    public static void add(HttpServletRequest request, Collection<? extends GrantedAuthority> authorities) {
        var latest = new TreeMap<String, Instant>();
        Stream.concat(in(request).stream(), authorities.stream()).forEach(authority -> {
            if (authority instanceof FactorGrantedAuthority factor) {
                latest.merge(
                        factor.getAuthority(), factor.getIssuedAt(), (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        if (!latest.isEmpty()) {
            request.getSession()
                    .setAttribute(
                            KEPT,
                            latest.entrySet().stream()
                                    .map(proof -> proof.getKey() + "="
                                            + proof.getValue().toEpochMilli())
                                    .collect(Collectors.joining(" ")));
        }
    }

    /** A proof given now. */
    public static FactorGrantedAuthority of(String authority, Instant now) {
        return FactorGrantedAuthority.withAuthority(authority).issuedAt(now).build();
    }

    static void forget(HttpSession session) {
        session.removeAttribute(KEPT);
    }

    private static FactorGrantedAuthority read(String proof) {
        var parts = proof.split("=", 2);
        return of(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }
}
