package org.zhuxi.platform.start;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs all preparations after the beans are made and before the web server takes requests. */
@Component
class Preparations implements SmartLifecycle {

    /** The web server starts at {@code Integer.MAX_VALUE - 2048}. */
    private static final int BEFORE_THE_WEB_SERVER = Integer.MAX_VALUE - 3_000;

    private final ObjectProvider<Preparation> preparations;
    private volatile boolean running;

    Preparations(ObjectProvider<Preparation> preparations) {
        this.preparations = preparations;
    }

    @Override
    public void start() {
        preparations.orderedStream().forEach(Preparation::prepare);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
