package org.zhuxi.sensing.internal.mqtt;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address of the service over HTTP, for the links in what is told. */
@Component
class Root {

    private final String address;

    Root(@Value("${zhuxi.notice.public-address:http://localhost:${server.port:8080}}") String site) {
        this.address = site.replaceFirst("/+$", "") + "/sta/v1.1/";
    }

    /** Ending in a slash. */
    String address() {
        return address;
    }
}
