package org.zhuxi.request;

import java.util.Set;
import java.util.UUID;
import org.zhuxi.kernel.Names;

/**
 * Published inside the transaction in which a request was received or moved on.
 *
 * @param service what it is about
 * @param step what happened, once for each cause
 * @param people the accounts that asked to be told, the reporter's among them
 */
public record RequestChanged(ServiceRequest request, Names service, RequestStep step, Set<UUID> people) {

    public RequestChanged {
        people = Set.copyOf(people);
    }
}
