package org.caseward.security;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One pool for each database role. Migrations run before any pool opens. */
@Configuration
@EnableConfigurationProperties(DatabaseSettings.class)
class HubDatabases {
    /** A pool is handed out only after its database has been migrated. */
    record Migrated(boolean done) {}

    @Bean
    Migrated migrated(DatabaseSettings settings) {
        migrate(settings.hubUrl(), settings.owner(), "db/hub", "hub");
        migrate(settings.caseStoreUrl(), settings.caseStoreOwner(), "db/casestore", "casestore");
        return new Migrated(true);
    }

    private static void migrate(String url, DatabaseSettings.Login owner, String folder, String schema) {
        Flyway.configure()
                .dataSource(url, owner.user(), owner.password())
                .locations("classpath:" + folder)
                .schemas(schema)
                .load()
                .migrate();
    }

    @Bean
    @Primary
    DataSource pipelineDataSource(DatabaseSettings settings, Migrated migrated) {
        return pool("pipeline", settings.hubUrl(), settings.pipeline(), 12, "hub");
    }

    @Bean
    DataSource intakeDataSource(DatabaseSettings settings, Migrated migrated) {
        HikariConfig intake = config("intake", settings.hubUrl(), settings.intake(), 4, "hub");
        // its one statement takes arrays: planned anew for each group, the planning takes longer than the inserting;
        // and a plan that was made while the tables were small must not read them whole when they are large
        intake.setConnectionInitSql("set plan_cache_mode = force_generic_plan; set enable_seqscan = off");
        return new HikariDataSource(intake);
    }

    @Bean
    DataSource staffDataSource(DatabaseSettings settings, Migrated migrated) {
        return pool("staff", settings.hubUrl(), settings.staff(), 8, "hub");
    }

    @Bean
    DataSource providerDataSource(DatabaseSettings settings, Migrated migrated) {
        return pool("provider", settings.hubUrl(), settings.provider(), 4, "hub");
    }

    @Bean
    DataSource caseStoreDataSource(DatabaseSettings settings, Migrated migrated) {
        return pool("casestore", settings.caseStoreUrl(), settings.caseStoreWriter(), 4, "casestore");
    }

    private static DataSource pool(String name, String url, DatabaseSettings.Login login, int size, String schema) {
        return new HikariDataSource(config(name, url, login, size, schema));
    }

    private static HikariConfig config(String name, String url, DatabaseSettings.Login login, int size, String schema) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        // several nodes share one database: what is not needed is given back
        config.setMinimumIdle(1);
        config.setIdleTimeout(30_000);
        config.setSchema(schema);
        // a refused row stands whole in the detail of the server's message, which would carry a person into the log
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // a dead database must be noticed while a sender still waits for its acknowledgement
        config.setConnectionTimeout(3_000);
        config.setInitializationFailTimeout(20_000);
        return config;
    }

    @Bean
    @Primary
    JdbcClient pipelineJdbc(@Qualifier("pipelineDataSource") DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    @Primary
    JdbcTemplate pipelineTemplate(@Qualifier("pipelineDataSource") DataSource source) {
        return new JdbcTemplate(source);
    }

    @Bean
    JdbcClient intakeJdbc(@Qualifier("intakeDataSource") DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    JdbcTemplate intakeTemplate(@Qualifier("intakeDataSource") DataSource source) {
        return new JdbcTemplate(source);
    }

    @Bean
    JdbcClient staffJdbc(@Qualifier("staffDataSource") DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    JdbcClient providerJdbc(@Qualifier("providerDataSource") DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    JdbcClient caseStoreJdbc(@Qualifier("caseStoreDataSource") DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    @Primary
    PlatformTransactionManager pipelineTransactions(@Qualifier("pipelineDataSource") DataSource source) {
        return new DataSourceTransactionManager(source);
    }

    @Bean
    @Primary
    TransactionTemplate pipelineTransaction(
            @Qualifier("pipelineTransactions") PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    TransactionTemplate staffTransaction(@Qualifier("staffDataSource") DataSource source) {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    @Bean
    TransactionTemplate providerTransaction(@Qualifier("providerDataSource") DataSource source) {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }
}
