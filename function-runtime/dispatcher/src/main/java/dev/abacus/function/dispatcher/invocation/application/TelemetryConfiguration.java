package dev.abacus.function.dispatcher.invocation.application;

import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets invocations bring their spans' ids. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

    @Bean
    SdkTracerProviderBuilderCustomizer idsOfInvocations() {
        return provider -> provider.setIdGenerator(new InvocationSpans());
    }
}
