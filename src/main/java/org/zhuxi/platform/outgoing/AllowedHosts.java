package org.zhuxi.platform.outgoing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
    private static final String BELOW = "*.";
    private static final Pattern FORM = Pattern.compile("(\\*\\.)?[a-z0-9_][a-z0-9_.-]*|[0-9a-f:]*:[0-9a-f:.]*");

    /** @throws IllegalArgumentException when one of them is no host, such as an address with https:// */
    public AllowedHosts {
        hosts = hosts.stream().map(AllowedHosts::plain).toList();
        for (var host : hosts) {
            if (!FORM.matcher(host).matches()) {
                throw new IllegalArgumentException(
                        SETTING + " are names such as push.example.org or *.example.org, not " + host);
            }
        }
    }

    public boolean isList() {
        return !hosts.isEmpty();
    }

    public boolean includes(String host) {
        var asked = plain(host);
        return hosts.isEmpty() || hosts.stream().anyMatch(one -> covers(one, asked));
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
                    "%s leads to %s, which %s does not name".formatted(setting, plain(host), SETTING));
        }
    }

    private static boolean covers(String one, String asked) {
        return one.startsWith(BELOW) ? asked.endsWith(one.substring(1)) : asked.equals(one);
    }

    /** Small letters, without the brackets of an IPv6 address and the dot that may end a name. */
    private static String plain(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|\\]$|\\.$", "");
    }
}
