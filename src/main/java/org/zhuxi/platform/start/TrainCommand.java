package org.zhuxi.platform.start;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Opens a few pages and ends, so that the virtual machine can learn which classes a start needs
 * ({@code --zhuxi.command=train} with {@code -XX:AOTCacheOutput}). It works on a data folder that is thrown away.
 */
@Component
class TrainCommand implements Command {

    private static final List<String> PAGES = List.of(
            "/",
            "/figures",
            "/stations",
            "/sorting-guide",
            "/sign-in",
            "/actuator/health/readiness",
            "/api/openapi.json");

    private final Environment environment;

    TrainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "train";
    }

    @Override
    public int run(ApplicationArguments arguments, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            for (var page : PAGES) {
                http.send(
                        HttpRequest.newBuilder(URI.create(address + page)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        return 0;
    }
}
