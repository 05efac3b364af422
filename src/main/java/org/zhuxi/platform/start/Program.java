package org.zhuxi.platform.start;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.zhuxi.platform.log.LogCollector;
import org.zhuxi.platform.outgoing.OutgoingSettings;

/** The program as it is started: see {@link FixedComponents}, {@link OutgoingSettings}, {@link LogCollector} and {@link QuickLookups}. */
public final class Program {

    private Program() {}

    public static SpringApplication of(Class<?> main) {
        var program = new SpringApplication(main);
        program.addListeners(new FixedComponents(), new OutgoingSettings(), new LogCollector());
        program.setApplicationContextFactory(type -> AotDetector.useGeneratedArtifacts()
                ? new ServletWebServerApplicationContext(new QuickLookups())
                : new AnnotationConfigServletWebServerApplicationContext(new QuickLookups()));
        return program;
    }
}
