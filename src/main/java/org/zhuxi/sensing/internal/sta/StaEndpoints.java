package org.zhuxi.sensing.internal.sta;

import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Where the service is offered besides HTTP, as the landing page says it. */
@Component
public class StaEndpoints {

    private volatile List<UnaryOperator<String>> mqtt = List.of();

    /** @param address the address for a client that reached HTTP at the host given */
    public void openMqtt(UnaryOperator<String> address) {
        mqtt = List.of(address);
    }

    public void closeMqtt() {
        mqtt = List.of();
    }

    /** @param host at which the client reached HTTP @return empty when nothing listens */
    List<String> mqtt(String host) {
        return mqtt.stream().map(address -> address.apply(host)).toList();
    }
}
