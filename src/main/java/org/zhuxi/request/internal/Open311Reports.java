package org.zhuxi.request.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.request.NewRequest;
import org.zhuxi.request.OpenClient;
import org.zhuxi.request.OpenClients;
import org.zhuxi.request.RequestSource;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.RequestStep;
import org.zhuxi.request.Requests;
import org.zhuxi.request.ServiceRequest;
import org.zhuxi.request.ServiceTypes;

/** What programs with a key send: reports, and what their users add. */
@Component
class Open311Reports {

    private static final int LONGEST_ID = 200;

    private final OpenClients clients;
    private final Requests requests;
    private final ServiceTypes services;
    private final RequestStore store;
    private final Places places;
    private final Placing placing;
    private final RequestGate gate;

    Open311Reports(
            OpenClients clients,
            Requests requests,
            ServiceTypes services,
            RequestStore store,
            Places places,
            Placing placing,
            RequestGate gate) {
        this.clients = clients;
        this.requests = requests;
        this.services = services;
        this.store = store;
        this.places = places;
        this.placing = placing;
        this.gate = gate;
    }

    private OpenClient client(Open311Query query) {
        return clients.find(query.find("api_key")).orElseThrow(Open311Refused.NoKey::new);
    }

    /** Receives a report; one that names a {@code device_id} and says the same again within its minute is still a new one. */
    ServiceRequest report(Open311Query query) {
        var client = client(query);
        var service =
                services.find(query.get("service_code")).orElseThrow(() -> new Open311Refused.Unknown("service_code"));
        var point = Sent.point(query.find("lat"), query.find("long"));
        var address = query.find("address_string");
        var place = place(client, query);
        if (point == null && address == null && query.find("address_id") == null) {
            throw new Open311Refused.Missing("lat, long");
        }
        var description = query.find("description");
        var typed = new NewRequest(
                Ids.next(),
                null,
                place.code(),
                service.code(),
                description == null ? service.names().zh() : description,
                address == null ? "" : address.substring(0, Math.min(address.length(), ServiceRequest.SHORT)),
                point,
                query.find("phone"),
                answers(query),
                RequestSource.PROGRAM,
                true);
        return requests.report(Actor.VISITOR, typed, client.id(), Origin.RECORDED);
    }

    /** Where it is: {@code address_id} is a place or a plate, else the jurisdiction, else the client's own community. */
    private Place place(OpenClient client, Open311Query query) {
        var address = query.find("address_id");
        var jurisdiction = query.find("jurisdiction_id");
        var at = address != null
                ? placing.get(address)
                : places.findByCode(jurisdiction == null ? client.place() : jurisdiction)
                        .orElseThrow(() -> new Open311Refused.Unknown("jurisdiction_id"));
        if (at.community() == null) {
            throw new Open311Refused.Missing("jurisdiction_id");
        }
        if (!client.path().contains(at.path())) {
            throw new Open311Refused.NoKey();
        }
        return placing.publicPlace(at);
    }

    /** {@code attribute[CODE]=v} and {@code attribute[CODE][]=v}. */
    private static Map<String, List<String>> answers(Open311Query query) {
        var answers = new HashMap<String, List<String>>();
        query.parameters().forEach((name, values) -> {
            if (name.matches("attribute\\[[A-Za-z0-9_]{1,40}](\\[])?")) {
                answers.put(name.substring(10, name.indexOf(']')), values);
            }
        });
        return answers;
    }

    /** Keeps what the user of a program adds, for staff to read; the state is staff's. Sent again it counts once. */
    @Transactional
    public UUID update(Open311Query query) {
        var client = client(query);
        var id = query.get("service_request_id");
        var update = query.get("update_id");
        query.get("status");
        query.get("updated_datetime");
        if (update.length() > LONGEST_ID) {
            throw new Open311Refused.Unreadable("update_id");
        }
        var request = (Open311Query.isId(id)
                        ? store.find(UUID.fromString(id))
                        : java.util.Optional.<ServiceRequest>empty())
                .filter(it -> client.path().contains(it.path()))
                .orElseThrow(() -> new Open311Refused.Unknown("service_request_id"));
        var words = Typed.words("description", query.get("description"), ServiceRequest.STEP);
        var step = new RequestStep(
                Ids.derived(request.id(), client.id() + "/" + update),
                request.id(),
                RequestStep.Kind.ADDED,
                (RequestState) null,
                words,
                false,
                null,
                gate.now());
        gate.step(gate.lock(request), step);
        return step.id();
    }
}
