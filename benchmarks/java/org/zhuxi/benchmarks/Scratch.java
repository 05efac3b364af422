package org.zhuxi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.zhuxi.ZhuxiApplication;

/**
 * A folder for the data of one benchmark, gigabytes of which would otherwise stay on the disk; gone when it is closed.
 *
 * @param folder empty at first
 */
public record Scratch(Path folder) implements AutoCloseable {

    /** A new one. */
    public static Scratch make() throws IOException {
        return new Scratch(Files.createTempDirectory("zhuxi-benchmark"));
    }

    /** The program with an empty database in this folder, at a port of its own. */
    ConfigurableApplicationContext run(Class<?>... parts) {
        var application = new SpringApplication(ZhuxiApplication.class);
        application.addPrimarySources(List.of(parts));
        return application.run(
                "--server.port=0", "--zhuxi.demo=false", "--zhuxi.data=" + folder, "--logging.level.root=warn");
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
