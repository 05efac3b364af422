package org.zhuxi.platform.outgoing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hosts that a setting names.
 *
 * @param hosts names or addresses, {@code *.example.org} for all names below one
 */
record HostList(List<String> hosts) {

    private static final String BELOW = "*.";
    private static final Pattern FORM = Pattern.compile("(\\*\\.)?[a-z0-9_][a-z0-9_.-]*|[0-9a-f:]*:[0-9a-f:.]*");

    /** @throws IllegalArgumentException when one of them is no host, such as an address with https:// */
    static HostList of(List<String> hosts, String setting) {
        var plain = hosts.stream().map(HostList::plain).toList();
        for (var host : plain) {
            if (!FORM.matcher(host).matches()) {
                throw new IllegalArgumentException(
                        setting + " are names such as push.example.org or *.example.org, not " + host);
            }
        }
        return new HostList(plain);
    }

    boolean names(String host) {
        var asked = plain(host);
        return hosts.stream()
                .anyMatch(one -> one.startsWith(BELOW) ? asked.endsWith(one.substring(1)) : asked.equals(one));
    }

    /** Small letters, without the brackets of an IPv6 address and the dot that may end a name. */
    static String plain(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|\\]$|\\.$", "");
    }
}
