package dev.abacus.lane.control;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The life of lanes. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LaneControlService {

    static void main(String[] arguments) {
        SpringApplication.run(LaneControlService.class, arguments);
    }
}
