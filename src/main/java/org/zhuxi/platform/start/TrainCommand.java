package org.zhuxi.platform.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Opens a few pages and ends, so that the virtual machine can learn which classes a start needs
 * ({@code --zhuxi.command=train} with {@code -XX:AOTCacheOutput}). It works on a data folder that is thrown away.
 */
@Component
@ConditionalOnProperty(name = "zhuxi.command", havingValue = "train")
class TrainCommand implements ApplicationRunner {

    private static final List<String> PAGES = List.of(
            "/",
            "/figures",
            "/stations",
            "/sorting-guide",
            "/sign-in",
            "/actuator/health/readiness",
            "/api/openapi.json");

    private final Environment environment;
    private final ApplicationContext program;

    TrainCommand(Environment environment, ApplicationContext program) {
        this.environment = environment;
        this.program = program;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        try (var http = HttpClient.newHttpClient()) {
            for (var page : PAGES) {
                http.send(
                        HttpRequest.newBuilder(URI.create(address + page)).build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        }
        System.exit(SpringApplication.exit(program, () -> 0));
    }
}
