package org.zhuxi.notice.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;
import org.zhuxi.notice.NoticeRefused;
import org.zhuxi.platform.outgoing.AllowedHosts;

/**
 * Lets the program call only addresses on the internet that somebody typed, never machines beside it: https, a name that
 * leads to public addresses alone, no user name. Checked when it is kept and again before each call; Java keeps the answer of
 * the name server for thirty seconds, so that the call goes where the check looked.
 */
@Component
public class PublicAddress {

    private final AllowedHosts allowed;

    PublicAddress(AllowedHosts allowed) {
        this.allowed = allowed;
    }

    /** The host in an address, without asking any name server. @throws NoticeRefused.BadAddress when there is none */
    public static String hostOf(String address) {
        try {
            var uri = URI.create(address);
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                throw new NoticeRefused.BadAddress();
            }
            return uri.getHost();
        } catch (IllegalArgumentException e) {
            throw new NoticeRefused.BadAddress();
        }
    }

    /**
     * @throws NoticeRefused.BadAddress unless it is such an address
     * @throws NoticeRefused.UnlistedHost when the operator does not allow its host
     */
    public URI check(String address) {
        try {
            var uri = URI.create(address);
            var host = uri.getHost();
            var isHttps = "https".equalsIgnoreCase(uri.getScheme()) && uri.getUserInfo() == null;
            if (!isHttps || host == null || (uri.getPort() != -1 && uri.getPort() != 443)) {
                throw new NoticeRefused.BadAddress();
            }
            // first, for even a name server is not asked about others
            if (!allowed.includes(host)) {
                throw new NoticeRefused.UnlistedHost(host);
            }
            if (!isPublic(host)) {
                throw new NoticeRefused.BadAddress();
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new NoticeRefused.BadAddress();
        }
    }

    private static boolean isPublic(String host) {
        try {
            for (var one : InetAddress.getAllByName(host)) {
                if (!isPublic(one)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether an address belongs to the internet and not to a machine, a house or a reserved range. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        var first = Byte.toUnsignedInt(bytes[0]);
        var second = Byte.toUnsignedInt(bytes[1]);
        var third = Byte.toUnsignedInt(bytes[2]);
        return address instanceof Inet4Address
                ? isPublic4(first, second, third)
                // global unicast only (2000::/3), without 6to4 (2002::/16) and Teredo (2001::/32), which hide IPv4
                // addresses
                : (first & 0xE0) == 0x20
                        && !(first == 0x20 && second == 0x02)
                        && !(first == 0x20 && second == 0x01 && third == 0 && bytes[3] == 0);
    }

    /** The special-purpose ranges of RFC 6890 that Java has no word for. */
    private static boolean isPublic4(int first, int second, int third) {
        return first != 0
                && first < 240
                && !(first == 100 && (second & 0xC0) == 64)
                && !(first == 192 && second == 0 && third <= 2)
                && !(first == 198 && (second & 0xFE) == 18)
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113);
    }
}
