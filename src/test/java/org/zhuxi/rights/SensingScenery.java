package org.zhuxi.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.sensing.Device;
import org.zhuxi.sensing.DeviceReading;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.NewDevice;
import org.zhuxi.sensing.SensorThings;
import org.zhuxi.sensing.alarm.AlarmRule;
import org.zhuxi.sensing.alarm.Alarms;
import org.zhuxi.sensing.alarm.NewAlarmRule;
import org.zhuxi.sensing.internal.alarm.AlarmWatch;
import org.zhuxi.sensing.internal.sta.StaRequest;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.Meters;
import org.zhuxi.sensing.meter.NewMeter;
import org.zhuxi.sensing.retention.NewRetentionRule;
import org.zhuxi.sensing.retention.Retentions;
import org.zhuxi.sensing.tap.NewTap;
import org.zhuxi.sensing.tap.Reckoning;
import org.zhuxi.sensing.tap.Tap;
import org.zhuxi.sensing.tap.Taps;
import org.zhuxi.testing.World;

/** A thing and a device of the community that rights are tried in. */
record SensingScenery(
        Accounts accounts,
        SensorThings things,
        Devices devices,
        Meters meters,
        Alarms alarms,
        AlarmWatch watch,
        Taps taps,
        Retentions retentions) {

    Map<String, String> in(World.Made made) {
        var answer = things.answer(
                accounts.actorOf(made.username("head")),
                false,
                StaRequest.of("POST", "/", "Things", "{\"name\":\"tried\",\"description\":\"\"}"));
        var location = String.valueOf(answer.location());
        var device = devices.claim(
                accounts.actorOf(made.username("head")),
                new NewDevice("TRIED-" + made.communityCode(), "noise", made.communityCode(), "tried", false),
                Origin.SYNTHETIC);
        var meter = meters.add(
                accounts.actorOf(made.username("head")),
                new NewMeter(
                        Ids.next(),
                        MeterKind.WATER,
                        made.dwellings().getFirst(),
                        true,
                        "tried",
                        null,
                        LocalDate.of(2026, 1, 1),
                        Origin.SYNTHETIC));
        var head = accounts.actorOf(made.username("head"));
        var rule = alarms.add(head, loud(made.communityCode()));
        devices.take(head, device.code(), List.of(new DeviceReading(1, null, Map.of("level", BigDecimal.valueOf(90)))));
        watch.look();
        var alarm = alarms.list(head, made.path(), true, 1, null).items().getFirst();
        var counter = devices.claim(
                head,
                new NewDevice(
                        "COUNT-" + made.communityCode(), "electricity-meter", made.communityCode(), "tried", false),
                Origin.SYNTHETIC);
        return Map.of(
                "retention-rule",
                retentions
                        .declare(
                                head,
                                new NewRetentionRule(Ids.next(), made.communityCode(), "", "", 1_000, Origin.SYNTHETIC))
                        .id()
                        .toString(),
                "meter-device",
                counter.code(),
                "tap",
                tap(head, counter).id().toString(),
                "alarm",
                alarm.id().toString(),
                "alarm-rule",
                rule.id().toString(),
                "thing",
                location.substring(location.indexOf('(') + 1, location.length() - 1),
                "device",
                device.code(),
                "meter",
                meter.id().toString());
    }

    private Tap tap(Actor head, Device counter) {
        return taps.declare(
                head,
                new NewTap(
                        Ids.next(),
                        counter.code(),
                        "energy",
                        "meter.electricity",
                        new Reckoning.Counter(null),
                        null,
                        Origin.SYNTHETIC));
    }

    private static NewAlarmRule loud(String community) {
        return new NewAlarmRule(
                Ids.next(),
                community,
                "noise",
                AlarmRule.Condition.ABOVE,
                "level",
                BigDecimal.valueOf(80),
                null,
                0,
                null,
                null,
                0,
                60,
                Origin.SYNTHETIC);
    }
}
