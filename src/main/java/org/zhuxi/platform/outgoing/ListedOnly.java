package org.zhuxi.platform.outgoing;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands at the door through which every request by HTTP of this program leaves, also those of libraries and those to which a
 * host on the list redirects: Java asks here for the way to each host.
 */
final class ListedOnly extends ProxySelector {

    private final AllowedHosts allowed;
    private final @Nullable ProxySelector ways;

    ListedOnly(AllowedHosts allowed, @Nullable ProxySelector ways) {
        this.allowed = allowed;
        this.ways = ways;
    }

    /** @throws IllegalArgumentException for a host that is not on the list */
    @Override
    public List<Proxy> select(URI uri) {
        if (String.valueOf(uri.getScheme()).startsWith("http")) {
            allowed.require(String.valueOf(uri.getHost()), "A request");
        }
        return ways == null ? List.of(Proxy.NO_PROXY) : ways.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        if (ways != null) {
            ways.connectFailed(uri, address, failure);
        }
    }
}
