package org.zhuxi.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Origin;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.NewDevice;
import org.zhuxi.testing.World;

/** Claims devices at the first start and tells the test a token and their codes in a file that appears whole. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("zhuxi.test.sensors")
class SensorsAtStart {

    static final String FILE = "sensors.txt";
    static final int DEVICES = 6;

    private final World world;
    private final Accounts accounts;
    private final Devices devices;
    private final DatabaseSettings settings;

    SensorsAtStart(World world, Accounts accounts, Devices devices, DatabaseSettings settings) {
        this.world = world;
        this.accounts = accounts;
        this.devices = devices;
        this.settings = settings;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) throws IOException {
        var file = settings.data().resolve(FILE);
        if (Files.exists(file)) {
            return;
        }
        var made = world.make(1);
        var head = accounts.actorOf(made.username("head"));
        var lines = new ArrayList<String>();
        lines.add(accounts.issueToken(
                World.founder(), made.username("head"), "test", Set.of("sensing:write"), Duration.ofDays(1)));
        for (var i = 0; i < DEVICES; i++) {
            var code = "FIRE-" + i;
            devices.claim(
                    head, new NewDevice(code, "compost-probe", made.communityCode(), code, false), Origin.SYNTHETIC);
            lines.add(code);
        }
        var draft = settings.data().resolve("sensors.draft");
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
