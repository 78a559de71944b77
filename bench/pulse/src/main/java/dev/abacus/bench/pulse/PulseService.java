package dev.abacus.bench.pulse;

import dev.abacus.bench.programs.Words;
import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.kernel.tenancy.TenantId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Has one tenant. */
@SpringBootApplication
public class PulseService {

    public static void main(String[] arguments) {
        SpringApplication.run(PulseService.class, arguments);
        Words.hear(command -> {});
    }

    @Bean
    ApplicationRunner ready(TenantPlacements placements, DataProperties data, @Value("${pulse.tenant}") long tenant) {
        return arguments -> {
            placements.place(new TenantId(tenant), data.shards().getFirst());
            Words.say("ready");
        };
    }
}
