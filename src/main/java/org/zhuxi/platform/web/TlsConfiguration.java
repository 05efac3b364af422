package org.zhuxi.platform.web;

import org.apache.tomcat.util.net.SSLHostConfig;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the program itself ends TLS ({@code server.ssl.bundle}): TLS 1.2 and 1.3, with forward secrecy and authenticated ciphers only. */
@Configuration(proxyBeanMethods = false)
class TlsConfiguration {

    private static final String PROTOCOLS = "TLSv1.2+TLSv1.3";

    /** RFC 9325, section 4.2, the strongest first; those of TLS 1.3 are all good. */
    private static final String CIPHERS = String.join(
            ":",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256");

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> modernTls() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            for (var host : connector.findSslHostConfigs()) {
                restrict(host);
            }
        });
    }

    private static void restrict(SSLHostConfig host) {
        host.setProtocols(PROTOCOLS);
        host.setCiphers(CIPHERS);
        host.setHonorCipherOrder(true);
    }
}
