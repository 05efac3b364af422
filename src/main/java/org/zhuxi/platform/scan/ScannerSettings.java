package org.zhuxi.platform.scan;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.platform.outgoing.AllowedHosts;

/**
 * The scanner for viruses. Its answers are neither encrypted nor signed, so {@code OutgoingSettings} lets it be on this machine, or
 * where the operator says that this is right.
 *
 * @param scanner {@code unix:/run/clamav/clamd.ctl} or {@code tcp://127.0.0.1:3310}, where a clamd listens; null for none
 * @param scannerTimeout how long it may take over one file
 */
@ConfigurationProperties("zhuxi.evidence")
record ScannerSettings(
        @Nullable String scanner, @DefaultValue("30s") Duration scannerTimeout) {

    private static final String SETTING = "zhuxi.evidence.scanner";
    private static final int USUAL_PORT = 3310;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("unix:(//)?(?<path>/[^/].*)|tcp://(?<host>[\\w.-]+|\\[[0-9a-f:]+])(:(?<port>\\d{1,5}))?");

    @EnableConfigurationProperties(ScannerSettings.class)
    @Configuration(proxyBeanMethods = false)
    static class Beans {}

    /** @throws IllegalArgumentException when it may take no time at all */
    ScannerSettings {
        if (!scannerTimeout.isPositive()) {
            throw new IllegalArgumentException(SETTING + "-timeout is a time such as 30s, not " + scannerTimeout);
        }
    }

    /**
     * Where the scanner listens.
     *
     * @return a host is not looked up yet; null when there is none
     * @throws IllegalArgumentException when the setting is no such address or leads to a host that may not be called
     */
    @Nullable
    SocketAddress address(AllowedHosts allowed) {
        if (scanner == null || scanner.isBlank()) {
            return null;
        }
        var form = FORM.matcher(scanner.strip());
        if (!form.matches() || (form.group("port") != null && Integer.parseInt(form.group("port")) > HIGHEST_PORT)) {
            throw new IllegalArgumentException(
                    SETTING + " is no address such as unix:/run/clamav/clamd.ctl or tcp://127.0.0.1:3310: " + scanner);
        }
        if (form.group("path") != null) {
            return UnixDomainSocketAddress.of(form.group("path"));
        }
        allowed.require(form.group("host"), SETTING);
        var port = form.group("port") == null ? USUAL_PORT : Integer.parseInt(form.group("port"));
        return InetSocketAddress.createUnresolved(form.group("host").replaceAll("^\\[|]$", ""), port);
    }
}
