package dev.abacus.kernel.importing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBytes the longest file that is taken in
 * @param enabled whether this process works files off; one that does not still takes them in
 * @param rest how long to wait before looking again when there was nothing to do
 */
@ConfigurationProperties("abacus.import")
public record ImportProperties(
        @DefaultValue("64MB") DataSize maxBytes,
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration rest) {}
