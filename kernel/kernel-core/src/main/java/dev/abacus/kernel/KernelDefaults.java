package dev.abacus.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Settings that all services share, below everything that a service or its environment says: {@code abacus-defaults.yaml}
 * of each kernel jar, and {@code abacus-defaults-dev.yaml}, with the development credentials, only in the dev profile.
 */
public final class KernelDefaults implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (Arrays.asList(environment.getActiveProfiles()).contains("dev")) {
            add(environment, "abacus-defaults-dev.yaml");
        }
        add(environment, "abacus-defaults.yaml");
    }

    private static void add(ConfigurableEnvironment environment, String file) {
        try {
            for (Resource resource : found(file)) {
                new YamlPropertySourceLoader()
                        .load(resource.getDescription(), resource)
                        .forEach(environment.getPropertySources()::addLast);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> found(String file) throws IOException {
        return new ArrayList<>(List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + file)));
    }

    /** After the configuration files, so that profiles set there count. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 20;
    }
}
