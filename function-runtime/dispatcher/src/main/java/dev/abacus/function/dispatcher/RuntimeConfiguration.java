package dev.abacus.function.dispatcher;

import dev.abacus.function.dispatcher.invocation.DispatcherName;
import dev.abacus.function.dispatcher.pool.Fleets;
import dev.abacus.function.dispatcher.pool.PoolProperties;
import dev.abacus.function.dispatcher.pool.Settings;
import dev.abacus.function.dispatcher.registry.Catalogue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {

    @Bean(destroyMethod = "close")
    Fleets fleets(
            PoolProperties properties, Catalogue catalogue, Settings settings, Clock clock, MeterRegistry meters) {
        Fleets fleets = new Fleets(
                properties,
                catalogue,
                settings,
                (function, took) -> Timer.builder("function.cold.start")
                        .description("from the wish for an instance to its first call")
                        .tag("function", function)
                        .publishPercentileHistogram()
                        .register(meters)
                        .record(took),
                clock);
        Gauge.builder("function.workers.warm", fleets, Fleets::warm)
                .description("processes that wait for their first function")
                .register(meters);
        Gauge.builder("function.instances", fleets, Fleets::instances)
                .description("processes that serve a function")
                .register(meters);
        return fleets;
    }

    @Bean
    DispatcherName dispatcherName(@Value("${abacus.functions.dispatcher}") String name) {
        return new DispatcherName(name);
    }
}
