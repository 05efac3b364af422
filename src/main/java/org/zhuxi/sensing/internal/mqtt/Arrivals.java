package org.zhuxi.sensing.internal.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.database.GroupCommit;
import org.zhuxi.platform.database.Outage;
import org.zhuxi.platform.log.Failures;
import org.zhuxi.sensing.DeviceReading;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.ReadingOutcome;
import org.zhuxi.sensing.internal.device.ReadingMessage;
import org.zhuxi.sensing.internal.mqtt.Letter.Publish;
import org.zhuxi.sensing.internal.sta.StaAnswer;
import org.zhuxi.sensing.internal.sta.StaArrivals;
import org.zhuxi.sensing.internal.sta.StaRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes messages that came together: to {@code v1.1/…} new entities as over HTTP, to {@code devices/<code>/readings} readings of a
 * device. Answers when they are committed.
 */
@Component
class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final Pattern READINGS = Pattern.compile("devices/([A-Za-z0-9-]{1,40})/readings");

    private final StaArrivals things;
    private final Devices devices;
    private final JsonMapper json;
    private final Root root;
    private final MqttMeters meters;

    Arrivals(StaArrivals things, Devices devices, JsonMapper json, Root root, MqttMeters meters) {
        this.things = things;
        this.devices = devices;
        this.json = json;
        this.root = root;
        this.meters = meters;
    }

    /** What became of each, in order. */
    List<Outcome> take(Visit visit, List<Publish> messages) {
        var outcomes = new ArrayList<Outcome>(messages.size());
        var begin = 0;
        for (var end = 1; end <= messages.size(); end++) {
            var device = device(messages.get(begin));
            if (end == messages.size() || !Objects.equals(device, device(messages.get(end)))) {
                var run = messages.subList(begin, end);
                outcomes.addAll(device == null ? entities(visit, run) : ofDevice(visit, device, run));
                begin = end;
            }
        }
        outcomes.forEach(meters::arrived);
        var refused = outcomes.stream().filter(Outcome.REFUSED::equals).count();
        if (refused > 0) {
            LOG.warn("{} of {} messages by MQTT were refused", refused, messages.size());
        }
        return outcomes;
    }

    private static @Nullable String device(Publish message) {
        var matcher = READINGS.matcher(message.topic());
        return matcher.matches() ? matcher.group(1) : null;
    }

    private List<Outcome> entities(Visit visit, List<Publish> messages) {
        var requests = messages.stream()
                .map(message -> new StaRequest(
                        "POST",
                        root.address(),
                        Topic.of(message.topic()).path(),
                        null,
                        "application/json",
                        message.body()))
                .toList();
        return things.answer(visit.scribe(), requests).stream()
                .map(StaAnswer::status)
                .map(Outcome::of)
                .toList();
    }

    /** Messages of one device share a transaction, as far as they fit into one. */
    private List<Outcome> ofDevice(Visit visit, String device, List<Publish> messages) {
        var outcomes = new ArrayList<Outcome>(messages.size());
        var batch = new ArrayList<DeviceReading>();
        var sizes = new ArrayList<Integer>();
        for (var message : messages) {
            var read = read(message);
            if (batch.size() + read.size() > Devices.MOST_READINGS) {
                outcomes.addAll(keep(visit, device, batch, sizes));
                batch.clear();
                sizes.clear();
            }
            batch.addAll(read);
            sizes.add(read.size());
        }
        outcomes.addAll(keep(visit, device, batch, sizes));
        return outcomes;
    }

    /** Empty when it cannot be read, or holds nothing or too much. */
    private List<DeviceReading> read(Publish message) {
        try {
            // the word null is JSON too, and is read as nothing at all
            var given = json.readValue(message.body(), ReadingMessage.class);
            var read = given == null ? List.<DeviceReading>of() : given.checked();
            return read.size() > Devices.MOST_READINGS ? List.of() : read;
        } catch (JacksonException | Refused unreadable) {
            return List.of();
        }
    }

    /** @param sizes how many readings are of each message */
    private List<Outcome> keep(Visit visit, String device, List<DeviceReading> batch, List<Integer> sizes) {
        var each = new ArrayList<Outcome>();
        if (!batch.isEmpty()) {
            each.addAll(keep(visit, device, List.copyOf(batch)));
        }
        var position = 0;
        var outcomes = new ArrayList<Outcome>();
        for (var size : sizes) {
            outcomes.add(each.subList(position, position + size).stream()
                    .reduce(Outcome::with)
                    .orElse(Outcome.REFUSED));
            position += size;
        }
        return outcomes;
    }

    private List<Outcome> keep(Visit visit, String device, List<DeviceReading> batch) {
        try {
            return devices.take(visit.scribe().actor(), device, batch).stream()
                    .map(one -> one.status() == ReadingOutcome.Status.REFUSED ? Outcome.REFUSED : Outcome.TAKEN)
                    .toList();
        } catch (Refused refused) {
            return all(batch, Outcome.REFUSED);
        } catch (RuntimeException failure) {
            LOG.warn("Readings by MQTT were not kept and have to come again: {}", Failures.brief(failure));
            return all(batch, isPassing(failure) ? Outcome.UNKNOWN : Outcome.FAILED);
        }
    }

    /** Whether the same may be kept later, for the database was away. */
    static boolean isPassing(RuntimeException failure) {
        return failure instanceof GroupCommit.Unavailable || Outage.isCauseOf(failure);
    }

    private static List<Outcome> all(List<DeviceReading> batch, Outcome outcome) {
        return IntStream.range(0, batch.size()).mapToObj(any -> outcome).toList();
    }
}
