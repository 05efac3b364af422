package org.zhuxi.platform.outgoing;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hosts that the program may call. Whatever calls out asks here first, but for the database that it is told to use.
 *
 * @param hosts names or addresses, {@code *.example.org} for all names below one; any host may be called when there is none
 */
@ConfigurationProperties("zhuxi.outgoing")
public record AllowedHosts(@DefaultValue List<String> hosts) {

    /** No list: every host may be called. */
    public static final AllowedHosts ANY = new AllowedHosts(List.of());

    private static final String SETTING = "zhuxi.outgoing.hosts";

    /** @throws IllegalArgumentException when one of them is no host, such as an address with https:// */
    public AllowedHosts {
        hosts = HostList.of(hosts, SETTING).hosts();
    }

    public boolean isList() {
        return !hosts.isEmpty();
    }

    public boolean includes(String host) {
        return hosts.isEmpty() || new HostList(hosts).names(host);
    }

    /**
     * For hosts that stand in settings.
     *
     * @param setting that leads there
     * @throws IllegalArgumentException when the host may not be called
     */
    public void require(String host, String setting) {
        if (!includes(host)) {
            throw new IllegalArgumentException(
                    "%s leads to %s, which %s does not name".formatted(setting, HostList.plain(host), SETTING));
        }
    }
}
