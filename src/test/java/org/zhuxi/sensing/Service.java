package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.zhuxi.kernel.Actor;
import org.zhuxi.sensing.internal.sta.StaAnswer;
import org.zhuxi.sensing.internal.sta.StaRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the SensorThings service without HTTP, as somebody or as anybody on an open one. */
public record Service(SensorThings things, Actor actor, boolean isFree) {

    public static final String ROOT = "http://here/sta/v1.1/";

    private static final JsonMapper JSON = new JsonMapper();

    public static Service open(SensorThings things) {
        return new Service(things, Actor.VISITOR, true);
    }

    public StaAnswer ask(String method, String path, String json) {
        return things.answer(actor, isFree, StaRequest.of(method, ROOT, path, json));
    }

    /** @param address path and options, the options as people write them */
    public StaAnswer get(String address) {
        var mark = address.indexOf('?');
        return things.answer(
                actor,
                isFree,
                mark < 0
                        ? StaRequest.get(ROOT, address, null)
                        : StaRequest.get(ROOT, address.substring(0, mark), escaped(address.substring(mark + 1))));
    }

    private static String escaped(String options) {
        var result = new StringBuilder();
        for (var option : options.split("&(?=\\$)", -1)) {
            var sign = option.indexOf('=');
            result.append(result.isEmpty() ? "" : "&")
                    .append(option, 0, sign + 1)
                    .append(URLEncoder.encode(option.substring(sign + 1), StandardCharsets.UTF_8));
        }
        return result.toString();
    }

    public JsonNode read(String address) {
        var answer = get(address);
        assertThat(answer.status()).as(address + " " + answer.words()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Makes an entity and answers its id. */
    public long make(String path, String json) {
        var answer = ask("POST", path, json);
        assertThat(answer.status()).as(answer.words()).isEqualTo(201);
        var location = String.valueOf(answer.location());
        return Long.parseLong(location.substring(location.indexOf('(') + 1, location.length() - 1));
    }

    int status(String address) {
        return get(address).status();
    }

    static JsonNode json(StaAnswer answer) {
        return JSON.readTree(answer.body());
    }
}
