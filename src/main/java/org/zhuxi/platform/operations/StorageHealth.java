package org.zhuxi.platform.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.zhuxi.platform.database.DatabaseSettings;

/** Whether photos and documents can be kept: the folder takes a file, and the disk has room. */
@Component("storageHealthIndicator")
class StorageHealth implements HealthIndicator {

    private final Path data;
    private final DataSize least;

    /** @param least free space below which the program says that it is not well */
    StorageHealth(DatabaseSettings settings, @Value("${zhuxi.disk.least:500MB}") DataSize least) {
        this.data = settings.data();
        this.least = least;
    }

    Condition.Storage look() throws IOException {
        Files.createDirectories(data);
        var disk = Files.getFileStore(data);
        return new Condition.Storage(
                data.toAbsolutePath().normalize().toString(), disk.getUsableSpace(), disk.getTotalSpace());
    }

    @Override
    public Health health() {
        try {
            var hasRoom = look().freeBytes() >= least.toBytes();
            Files.delete(Files.createTempFile(Files.createDirectories(data.resolve("files")), "incoming-", null));
            return hasRoom
                    ? Health.up().build()
                    : Health.outOfService().withDetail("disk", "full").build();
        } catch (IOException e) {
            return Health.down().withDetail("files", "cannot be written").build();
        }
    }
}
