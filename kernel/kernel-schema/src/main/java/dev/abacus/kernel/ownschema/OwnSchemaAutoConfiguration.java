package dev.abacus.kernel.ownschema;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** For a service that says {@code abacus.own-schema}. */
@AutoConfiguration
@ConditionalOnProperty("abacus.own-schema")
@EnableConfigurationProperties(SchemaAtStart.Properties.class)
class OwnSchemaAutoConfiguration {

    @Bean
    SchemaAtStart schemaAtStart(SchemaAtStart.Properties properties, DataSource source) {
        return new SchemaAtStart(properties, source);
    }
}
