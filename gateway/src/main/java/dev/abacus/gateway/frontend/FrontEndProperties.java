package dev.abacus.gateway.frontend;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where builds of the page are.
 *
 * @param directory one directory in it for each build that is kept; null for the packaged build alone
 * @param baseline the build of the baseline; null for the one packaged with the gateway
 * @param apiLevel the level of the suite's API that the packaged page is written for
 * @param oldestApiLevel the lowest level that the suite still speaks
 * @param look how often the directory is looked at
 * @param memory how much all builds of the directory may take; one that would go beyond is not taken
 */
@ConfigurationProperties("abacus.gateway.front-end")
record FrontEndProperties(
        Path directory,
        String baseline,
        @DefaultValue("1") int apiLevel,
        @DefaultValue("1") int oldestApiLevel,
        @DefaultValue("1s") Duration look,
        @DefaultValue("64MB") DataSize memory) {}
