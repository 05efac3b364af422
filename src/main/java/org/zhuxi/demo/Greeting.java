package org.zhuxi.demo;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuxi.platform.database.DatabaseSettings;

/** What the person who started the program reads: where it answers, how to sign in, where the data is. */
@Component
class Greeting {

    private static final Set<String> FIRST =
            Set.of("resident", "steward", "verifier", "community-clerk", "community-head", "auditor", "operator");

    private final DemoAccountsFile file;
    private final DatabaseSettings settings;
    private final boolean demo;
    private final boolean isCommand;

    Greeting(
            DemoAccountsFile file,
            DatabaseSettings settings,
            @Value("${zhuxi.demo:true}") boolean demo,
            @Value("${zhuxi.command:}") String command) {
        this.file = file;
        this.settings = settings;
        this.demo = demo;
        this.isCommand = !command.isEmpty();
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!isCommand && ready.getApplicationContext() instanceof WebServerApplicationContext web) {
            var server = web.getWebServer();
            System.out.println(greeting(server == null ? 0 : server.getPort()));
        }
    }

    private String greeting(int port) {
        var data = settings.data().toAbsolutePath().normalize();
        var database = settings.db() == null ? "embedded PostgreSQL in " + data.resolve("postgres") : "ZHUXI_DB_URL";
        return """

                Zhuxi 竹西  →  http://localhost:%d

                  data       %s
                  database   %s
                %s  stop       Ctrl-C
                """.formatted(port, data, database, demo ? demoLines() : "");
    }

    private String demoLines() {
        var entries = file.read().orElse(List.of());
        if (entries.isEmpty()) {
            return "";
        }
        var lines = new StringBuilder("  sign in    password of all demo accounts: %s%n"
                .formatted(entries.getFirst().password()));
        entries.stream()
                .filter(entry -> FIRST.contains(entry.username()))
                .forEach(entry -> lines.append("             %-16s %s%n".formatted(entry.username(), entry.place())));
        return lines.append("             all %d, with API tokens, in %s%n".formatted(entries.size(), file.path()))
                .toString();
    }
}
