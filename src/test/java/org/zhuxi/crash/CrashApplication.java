package org.zhuxi.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhuxi.ZhuxiApplication;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.testing.World;

/** The real program in a process of its own that the test may kill, with a small world to record in. */
final class CrashApplication {

    private CrashApplication() {}

    public static void main(String[] args) {
        new SpringApplication(ZhuxiApplication.class, WorldAtStart.class, SensorsAtStart.class, BrokenVariant.class)
                .run(args);
    }

    /** Makes the world at the first start and tells the test about it in a file that appears whole. */
    @Configuration(proxyBeanMethods = false)
    @Import(World.class)
    static class WorldAtStart {

        private final World world;
        private final DatabaseSettings settings;

        WorldAtStart(World world, DatabaseSettings settings) {
            this.world = world;
            this.settings = settings;
        }

        @EventListener
        void on(ApplicationReadyEvent ready) throws IOException {
            var file = settings.data().resolve("world.txt");
            if (Files.exists(file)) {
                return;
            }
            var made = world.make(CrashTests.HOUSEHOLDS);
            var lines = new java.util.ArrayList<String>();
            lines.add(made.communityCode());
            lines.add(made.stewardToken());
            made.households().forEach(household -> lines.add(household.id().toString()));
            var draft = settings.data().resolve("world.draft");
            Files.write(draft, lines);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The mistake the test must catch: an answer goes out before COMMIT has returned. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("zhuxi.test.acknowledge-before-commit")
    static class BrokenVariant {

        @Bean
        @Primary
        TransactionTemplate hastyTransactions(PlatformTransactionManager manager) {
            return new HastyTransactions(manager);
        }
    }

    private static final class HastyTransactions extends TransactionTemplate {

        private static final long COMMIT_DELAY_MILLIS = 40;

        private final transient Executor threads = Executors.newCachedThreadPool();

        HastyTransactions(PlatformTransactionManager manager) {
            super(manager);
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            var answer = new CompletableFuture<T>();
            threads.execute(() -> {
                try {
                    super.execute(status -> {
                        var result = action.doInTransaction(status);
                        answer.complete(result);
                        pause();
                        return result;
                    });
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
            try {
                return answer.join();
            } catch (java.util.concurrent.CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(COMMIT_DELAY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
