package org.zhuxi.account.internal.passkey;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which name passkeys are made. Once people have passkeys, the relying party must not change.
 *
 * @param relyingParty the site's domain, such as {@code zhuxi.example.cn}
 * @param origins addresses of the site as browsers show them, such as {@code https://zhuxi.example.cn}; empty: this machine
 *     alone, at the port the program listens on
 */
@ConfigurationProperties("zhuxi.passkeys")
public record PasskeySettings(
        @DefaultValue("localhost") String relyingParty,
        @DefaultValue List<String> origins) {}
