package org.zhuxi.platform.database;

import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database: a server of one's own when {@code ZHUXI_DB_URL} names one, else the embedded one. */
@EnableConfigurationProperties(DatabaseSettings.class)
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    JdbcConnectionDetails database(DatabaseSettings settings, ObjectProvider<EmbeddedServer> embedded)
            throws IOException {
        var own = settings.db();
        return (own == null ? embedded.getObject().login(EmbeddedRoles.APPLICATION) : own.login()).forRequests();
    }

    @Bean
    FlywayConnectionDetails databaseOfItsOwner(DatabaseSettings settings, ObjectProvider<EmbeddedServer> embedded)
            throws IOException {
        var own = settings.db();
        return (own == null ? embedded.getObject().login(EmbeddedRoles.OWNER) : own.ownersLogin()).forMigrations();
    }

    /** Started when it is asked for, and never beside a server of one's own. */
    @Lazy
    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(DatabaseSettings settings, @Value("${zhuxi.command:}") String command)
            throws IOException {
        new DataFolder(settings.data()).completeExchange("unfinished");
        var directory = settings.data().resolve("postgres");
        return command.isEmpty() ? EmbeddedServer.startOn(directory) : EmbeddedServer.joinOrStartOn(directory);
    }

    @Bean
    @ConditionalOnMissingBean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
