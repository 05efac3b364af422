package org.zhuxi.platform.outgoing;

import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/** The hosts that may be spoken with without TLS: this machine, and what the operator lists, such as others of a pod. */
final class PlainHosts {

    private static final String SETTING = "zhuxi.outgoing.plain-hosts";

    private final HostList hosts;

    private PlainHosts(HostList hosts) {
        this.hosts = hosts;
    }

    /** @throws IllegalArgumentException when one of them is no host */
    static PlainHosts of(Binder settings) {
        return new PlainHosts(HostList.of(
                settings.bind(SETTING, Bindable.listOf(String.class)).orElse(List.of()), SETTING));
    }

    /**
     * For a connection that is not encrypted, or to a server whose certificate is not looked at.
     *
     * @param setting that leads there
     * @param remedy how it is encrypted
     * @throws IllegalArgumentException when there must be none to the host
     */
    void require(String host, String setting, String remedy) {
        if (!isThisMachine(host) && !hosts.names(host)) {
            throw new IllegalArgumentException(
                    "%s leads to %s without TLS and a certificate that is checked: %s, or name the host in %s"
                            .formatted(setting, HostList.plain(host), remedy, SETTING));
        }
    }

    private static boolean isThisMachine(String host) {
        var plain = HostList.plain(host);
        if (plain.equals("localhost") || plain.endsWith(".localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(plain).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false; // a name, which only a resolver that might lie could turn into an address
        }
    }
}
