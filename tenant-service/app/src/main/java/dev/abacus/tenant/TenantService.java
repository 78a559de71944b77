package dev.abacus.tenant;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Tenants and their set-up, users and their rights, and the tokens that say who calls. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class TenantService {

    static void main(String[] arguments) {
        SpringApplication.run(TenantService.class, arguments);
    }
}
