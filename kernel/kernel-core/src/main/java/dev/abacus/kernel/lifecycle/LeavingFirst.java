package dev.abacus.kernel.lifecycle;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * The first step of a graceful stop: leave the registry and go on serving until callers have heard of it. Only then does
 * the web server stop taking requests and drain (its phase is lower), and only then are consumers and pools closed.
 */
public final class LeavingFirst implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LeavingFirst.class);

    private final ApplicationContext context;
    private final ObjectProvider<ServiceRegistry<Registration>> registry;
    private final ObjectProvider<Registration> registration;
    private final Duration announce;
    private volatile boolean running;

    /** @param announce how long callers need to learn that this instance is gone: push of the registry plus one call */
    public LeavingFirst(
            ApplicationContext context,
            ObjectProvider<ServiceRegistry<Registration>> registry,
            ObjectProvider<Registration> registration,
            Duration announce) {
        this.context = context;
        this.registry = registry;
        this.registration = registration;
        this.announce = announce;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        Registration self = registration.getIfAvailable();
        ServiceRegistry<Registration> services = registry.getIfAvailable();
        if (self == null || services == null || announce.isZero()) {
            return;
        }
        try {
            services.deregister(self);
            log.info("left the registry, serving on for {} until callers have heard", announce);
            Thread.sleep(announce);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("could not leave the registry, its lease will end by itself: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
