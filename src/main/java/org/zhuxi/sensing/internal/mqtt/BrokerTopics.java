package org.zhuxi.sensing.internal.mqtt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.store.EntityReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which topics of the outside broker mean what. */
final class BrokerTopics {

    private static final String VERSION = "v1.1/";
    private static final byte[] NUMBER = "{\"@iot.id\":".getBytes(StandardCharsets.UTF_8);
    private static final int MOST_REMEMBERED = 10_000;

    private final String prefix;
    private final String tellingPrefix;
    private final byte[] own;
    private final JsonMapper json;
    private final Cache<String, JsonNode> told =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** @param root address of the service over HTTP, ending in a slash */
    BrokerTopics(BrokerSettings settings, String root, JsonMapper json) {
        this.prefix = settings.prefix();
        this.tellingPrefix = settings.tellingPrefix();
        this.own = (",\"@iot.selfLink\":\"" + root).getBytes(StandardCharsets.UTF_8);
        this.json = json;
    }

    /** What to subscribe to: readings of devices, and every set into which something can be posted. */
    List<String> filters() {
        var sets = Arrays.stream(EntityType.values())
                .flatMap(type -> Stream.of(VERSION + type.set(), VERSION + "+/" + type.set()));
        return Stream.concat(Stream.of("devices/+/readings"), sets)
                .map(prefix::concat)
                .toList();
    }

    /** The topic as it is without an outside broker. */
    String inner(String topic) {
        return topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic;
    }

    /**
     * Whether this program, or another on the same database, published it: an entity as {@link org.zhuxi.sensing.internal.sta.StaFollowing}
     * writes it begins with its number and its address.
     */
    boolean isOwn(byte[] body) {
        var begin = NUMBER.length;
        if (body.length < begin || !Arrays.equals(body, 0, begin, NUMBER, 0, begin)) {
            return false;
        }
        while (begin < body.length && body[begin] >= '0' && body[begin] <= '9') {
            begin++;
        }
        return begin + own.length <= body.length && Arrays.equals(body, begin, begin + own.length, own, 0, own.length);
    }

    /** The sets that are followed on behalf of the broker, such as {@code Things}. */
    static List<String> sets() {
        return Arrays.stream(EntityType.values()).map(EntityType::set).toList();
    }

    /**
     * What to publish about an entity that was made or changed: an observation to its stream; anything else to its set, to its own topic,
     * and each property that is another than when it was last told.
     *
     * @param set in which it lies
     * @param entity as JSON, whole
     * @return bodies by topic, in the order to publish them
     */
    Map<String, byte[]> of(String set, byte[] entity) {
        var type = EntityType.ofSet(set).orElseThrow();
        var node = json.readTree(entity);
        var id = node.path("@iot.id").asLong();
        if (type == EntityType.OBSERVATION) {
            var streams = node.has("MultiDatastream@iot.navigationLink")
                    ? EntityType.MULTI_DATASTREAM
                    : EntityType.DATASTREAM;
            var stream = id >> EntityReader.STREAM_BITS;
            return Map.of(tellingPrefix + VERSION + streams.set() + "(" + stream + ")/" + set, entity);
        }
        var topics = new LinkedHashMap<String, byte[]>();
        var one = tellingPrefix + VERSION + set + "(" + id + ")";
        topics.put(tellingPrefix + VERSION + set, entity);
        topics.put(one, entity);
        for (var property : changed(type, one, node)) {
            topics.put(one + "/" + property, value(property, node.path(property)));
        }
        return topics;
    }

    private List<String> changed(EntityType type, String topic, JsonNode now) {
        var before = told.getIfPresent(topic);
        told.put(topic, now);
        var changed = new ArrayList<String>();
        for (var property : type.properties()) {
            var value = now.path(property.name());
            if (before == null ? !value.isMissingNode() : !value.equals(before.path(property.name()))) {
                changed.add(property.name());
            }
        }
        return changed;
    }

    private byte[] value(String property, JsonNode value) {
        var holder = json.createObjectNode();
        if (value.isMissingNode()) {
            holder.putNull(property);
        } else {
            holder.set(property, value);
        }
        return json.writeValueAsBytes(holder);
    }
}
