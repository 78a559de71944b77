package dev.abacus.bench.programs.hop;

import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With lane-client there is a lane that the calls are on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "dev.abacus.lane.LaneContext")
class Lane {

    private static final long RULES = 7;

    @Bean
    Surroundings onTheLane(@Value("${hop.lane}") String tag) {
        LaneTag lane = LaneTag.parse(tag);
        return new Surroundings() {
            @Override
            public AutoCloseable enter() {
                return LaneContext.enter(lane, RULES);
            }

            @Override
            public boolean arrived() {
                return LaneContext.current().filter(lane::equals).isPresent();
            }
        };
    }
}
