package org.zhuxi.account.internal;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who signs in, by user name or phone number. */
@Component
class People implements UserDetailsService {

    private final Actors actors;

    People(Actors actors) {
        this.actors = actors;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String name) {
        return actors.findByName(name).orElseThrow(() -> new UsernameNotFoundException("Unknown"));
    }
}
