package dev.abacus.kernel.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;

class LeavingFirstTest {

    private static final Duration ANNOUNCE = Duration.ofMillis(80);

    private final ApplicationContext context = mock(ApplicationContext.class);
    private final Registration self = mock(Registration.class);

    @SuppressWarnings("unchecked")
    private final ServiceRegistry<Registration> registry = mock(ServiceRegistry.class);

    @Test
    void it_stops_before_the_web_server_does() {
        assertThat(leaving(ANNOUNCE, true).getPhase())
                .isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }

    @Test
    void a_process_stops_being_ready_leaves_the_registry_and_goes_on_until_callers_have_heard() {
        LeavingFirst leaving = leaving(ANNOUNCE, true);
        leaving.start();
        Instant begin = Instant.now();

        leaving.stop();

        assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(ANNOUNCE);
        assertThat(leaving.isRunning()).isFalse();
        var event = ArgumentCaptor.forClass(ApplicationEvent.class);
        var order = inOrder(context, registry);
        order.verify(context).publishEvent(event.capture());
        order.verify(registry).deregister(self);
        assertThat(event.getValue())
                .isInstanceOfSatisfying(AvailabilityChangeEvent.class, change -> assertThat(change.getState())
                        .isEqualTo(ReadinessState.REFUSING_TRAFFIC));
    }

    @Test
    void who_was_never_registered_has_nobody_to_wait_for() {
        LeavingFirst leaving = leaving(Duration.ofHours(1), false);

        leaving.stop();

        verify(registry, never()).deregister(any());
    }

    @Test
    void a_registry_that_is_away_keeps_nobody_from_stopping() {
        doThrow(new IllegalStateException("away")).when(registry).deregister(self);
        LeavingFirst leaving = leaving(Duration.ofHours(1), true);
        leaving.start();

        leaving.stop();

        assertThat(leaving.isRunning()).isFalse();
    }

    private LeavingFirst leaving(Duration announce, boolean registered) {
        var beans = new StaticListableBeanFactory();
        if (registered) {
            beans.addBean("self", self);
            beans.addBean("registry", registry);
        }
        @SuppressWarnings("unchecked")
        var registries = (org.springframework.beans.factory.ObjectProvider<ServiceRegistry<Registration>>)
                (Object) beans.getBeanProvider(ServiceRegistry.class);
        return new LeavingFirst(context, registries, beans.getBeanProvider(Registration.class), announce);
    }
}
