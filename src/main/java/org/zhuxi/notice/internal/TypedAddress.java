package org.zhuxi.notice.internal;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.zhuxi.notice.NoticeRefused;

/** An e-mail address as somebody typed it: one mailbox, nothing around it (RFC 5321, at most 254 characters). */
public final class TypedAddress {

    /** Most characters. */
    public static final int LONGEST = 254;

    private TypedAddress() {}

    /** @throws NoticeRefused.BadMailAddress unless letters could go there */
    public static String of(String typed) {
        var address = typed.strip();
        try {
            var read = new InternetAddress(address, true);
            read.validate();
            var domain = address.substring(address.lastIndexOf('@') + 1);
            var isPlain = address.equals(read.getAddress())
                    && address.length() <= LONGEST
                    && address.chars().allMatch(c -> c > ' ' && c < 127)
                    && !address.startsWith("\"")
                    && address.indexOf('@') > 0
                    && domain.indexOf('.') > 0
                    && !domain.startsWith("[");
            if (!isPlain) {
                throw new NoticeRefused.BadMailAddress();
            }
            return address;
        } catch (AddressException e) {
            throw new NoticeRefused.BadMailAddress();
        }
    }
}
