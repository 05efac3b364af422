package org.zhuxi.waste.internal.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calendars are fetched.
 *
 * @param secretAddresses whether an address that holds the secret opens a calendar too, for programs that send no password; such
 *     an address lies in histories and logs on the way
 */
@ConfigurationProperties("zhuxi.calendar")
record CalendarSettings(@DefaultValue("off") SecretAddresses secretAddresses) {

    enum SecretAddresses {
        OFF,
        ALLOWED
    }

    boolean allowSecretAddresses() {
        return secretAddresses == SecretAddresses.ALLOWED;
    }
}
