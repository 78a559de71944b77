package dev.abacus.bff;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The BFF's process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Bff {

    public static void main(String[] args) {
        SpringApplication.run(Bff.class, args);
    }
}
