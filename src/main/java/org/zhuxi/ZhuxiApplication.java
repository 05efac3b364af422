package org.zhuxi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.zhuxi.platform.backup.BackupCommand;
import org.zhuxi.platform.start.Program;

/** Starts Zhuxi, the working software of a green community. */
@Modulithic(
        systemName = "Zhuxi",
        sharedModules = {"kernel", "platform"})
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // modules need not know each other's names
public class ZhuxiApplication {

    // a command works beside a running program: it must not take its port nor tell the demo's story
    private static final List<String> BESIDE = List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--zhuxi.demo=false",
            "--spring.main.banner-mode=off",
            "--logging.level.root=warn");

    public static void main(String[] args) {
        if (BackupCommand.isMeantBy(args)) {
            System.exit(BackupCommand.main(args));
        }
        var isCommand = Arrays.stream(args).anyMatch(argument -> argument.startsWith("--zhuxi.command="));
        var options = isCommand ? Stream.concat(BESIDE.stream(), Arrays.stream(args)) : Arrays.stream(args);
        Program.of(ZhuxiApplication.class).run(options.toArray(String[]::new));
    }
}
