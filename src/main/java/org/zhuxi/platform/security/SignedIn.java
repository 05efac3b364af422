package org.zhuxi.platform.security;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.zhuxi.kernel.Actor;

/**
 * The principal of a signed-in person or device; carries the actor that facades check.
 *
 * @param passwordHash null when no password signs him in
 */
public record SignedIn(String username, @Nullable String passwordHash, boolean active, Actor actor)
        implements UserDetails {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    @Override
    public String toString() {
        return "SignedIn[" + username + "]";
    }
}
