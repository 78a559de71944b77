package dev.abacus.kernel;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.TimeSortedIds;
import dev.abacus.kernel.lifecycle.LeavingFirst;
import dev.abacus.kernel.problem.ErrorProblems;
import dev.abacus.kernel.problem.ProblemAdvice;
import dev.abacus.kernel.problem.Problems;
import dev.abacus.kernel.telemetry.ContextKeepingTasks;
import dev.abacus.kernel.telemetry.RequestIdFilter;
import dev.abacus.kernel.telemetry.SpanFactsFilter;
import dev.abacus.kernel.web.BodyLimitFilter;
import dev.abacus.kernel.web.WebConventions;
import io.lettuce.core.ClientOptions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.task.TaskDecorator;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** What every process of the suite has. */
@AutoConfiguration(beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@Import({ProblemAdvice.class, WebConventions.class})
public class KernelAutoConfiguration {

    /**
     * Spring's observation filter is at {@code HIGHEST_PRECEDENCE + 1}, a lane's own filter right after it; then come facts
     * about the span.
     */
    private static final int AFTER_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 3;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        // Moments as a DATETIME(6) keeps them: what is told of a thing is then what is read of it later.
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        return new TimeSortedIds();
    }

    @Bean
    Problems problems(JsonMapper json) {
        return new Problems(json);
    }

    @Bean(ErrorProblems.PATH)
    ErrorProblems errorProblems(Problems problems) {
        return new ErrorProblems(problems);
    }

    @Bean
    @ConditionalOnMissingBean
    TaskDecorator contextKeepingTasks() {
        return new ContextKeepingTasks();
    }

    /** While Redis is away, callers hear so at once and use their second way, instead of each waiting for a time-out. */
    @Bean
    LettuceClientOptionsBuilderCustomizer redisAwayIsAnAnswer() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        return ordered(new RequestIdFilter(), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<SpanFactsFilter> spanFactsFilter() {
        return ordered(new SpanFactsFilter(), AFTER_OBSERVATION);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            @Value("${abacus.web.max-json:1MB}") DataSize limit, Problems problems) {
        return ordered(new BodyLimitFilter(limit.toBytes(), problems), AFTER_OBSERVATION + 1);
    }

    @Bean
    LeavingFirst leavingFirst(
            ApplicationContext context,
            ObjectProvider<ServiceRegistry<Registration>> registry,
            ObjectProvider<Registration> registration,
            @Value("${abacus.shutdown.announce:2s}") Duration announce) {
        return new LeavingFirst(context, registry, registration, announce);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
