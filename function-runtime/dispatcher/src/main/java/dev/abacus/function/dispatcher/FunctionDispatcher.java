package dev.abacus.function.dispatcher;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The front of the shared function runtime. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class FunctionDispatcher {

    static void main(String[] arguments) {
        SpringApplication.run(FunctionDispatcher.class, arguments);
    }
}
