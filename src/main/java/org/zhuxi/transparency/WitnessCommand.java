package org.zhuxi.transparency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.zhuxi.transparency.internal.WitnessServer;

/** Runs a witness by itself: {@code --log VKEY [--name NAME] [--port N] [--data DIR]}; ends when it is stopped. */
public final class WitnessCommand {

    private WitnessCommand() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var given = List.of(arguments);
        var log = option(given, "--log", "");
        if (log.isEmpty()) {
            System.err.println("--log VKEY is missing; the key of a log is printed on its page /log");
            System.exit(1);
        }
        var witness = WitnessServer.start(
                Integer.parseInt(option(given, "--port", "8090")),
                Path.of(option(given, "--data", "witness")),
                option(
                        given,
                        "--name",
                        "witness.invalid/" + ProcessHandle.current().pid()),
                log);
        System.out.println("The witness listens on port " + witness.port());
        System.out.println("Its key, for the settings of the log: " + witness.verifierKey());
        Thread.currentThread().join();
    }

    private static String option(List<String> arguments, String name, String otherwise) {
        var at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? otherwise : arguments.get(at + 1);
    }
}
