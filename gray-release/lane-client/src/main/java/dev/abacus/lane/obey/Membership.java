package dev.abacus.lane.obey;

import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.membership.MembershipApi;
import dev.abacus.lane.membership.Orders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Tells lane-control once a second how things stand here and does what it answers. While nobody answers, everything stays
 * as it was until the lease has ended; after that nothing is adopted, and nothing tagged.
 *
 * <p>A stop begins here, before anything else is closed: the lane's groups are handed over first.
 */
public final class Membership implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Membership.class);

    /** A hand-over takes a heartbeat and a rebalance; nobody waits for it longer than this. */
    private static final Duration HAND_OVER = Duration.ofSeconds(5);

    private final Self self;
    private final MembershipApi control;
    private final ActiveRules rules;
    private final Lease lease;
    private final Supplier<Groups> groups;
    private final Supplier<String> instance;
    private final Duration every;
    private final Runnable expelled;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean running;
    private volatile boolean leaving;
    private volatile boolean withoutPlace;
    private volatile Contact contact = Contact.NONE_YET;
    private Thread beating;

    private enum Contact {
        NONE_YET,
        HEARD,
        LOST
    }

    /** @param expelled run when lane-control says that this process must not be on its lane (any more) */
    Membership(
            Self self,
            MembershipApi control,
            ActiveRules rules,
            Lease lease,
            Supplier<Groups> groups,
            Supplier<String> instance,
            Duration every,
            Runnable expelled) {
        this.self = self;
        this.control = control;
        this.rules = rules;
        this.lease = lease;
        this.groups = groups;
        this.instance = instance;
        this.every = every;
        this.expelled = expelled;
    }

    @Override
    public void start() {
        running = true;
        beating = Thread.ofPlatform().daemon().name("lane-heartbeat").start(this::beat);
    }

    private void beat() {
        while (running) {
            report();
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                // told to hurry: leaving
            }
        }
    }

    private void report() {
        long asked = System.nanoTime();
        try {
            Groups mine = groups.get();
            Orders orders = control.heartbeat(new Heartbeat(
                    self.member(),
                    self.service(),
                    instance.get(),
                    self.lane(),
                    self.owner(),
                    rules.version(),
                    leaving,
                    mine.all(),
                    mine.holdings()));
            lease.renew(asked, Duration.ofSeconds(orders.leaseSeconds()));
            contact = Contact.HEARD;
            mine.adopt(orders.adopt());
            if (leaving && orders.mayLeave()) {
                released.countDown();
            }
        } catch (HttpClientErrorException e) {
            if (Admission.isRefusal(e) && self.lane() != null && !leaving && !withoutPlace) {
                withoutPlace = true;
                log.error(
                        "this instance has no place on lane {} any more and stops: {}", self.lane(), Admission.why(e));
                expelled.run();
            } else {
                unheard(e);
            }
        } catch (RuntimeException e) {
            unheard(e);
        }
    }

    /** Said once, not every second. */
    private void unheard(RuntimeException e) {
        if (contact != Contact.LOST) {
            log.warn("lane-control does not answer, everything stays as it is for now: {}", e.toString());
            contact = Contact.LOST;
        }
        if (!lease.valid()) {
            groups.get().adopt(List.of());
        }
    }

    @Override
    public void stop() {
        leaving = true;
        Thread thread = beating;
        if (thread == null) {
            return;
        }
        if (contact == Contact.HEARD) {
            thread.interrupt();
            try {
                if (!released.await(HAND_OVER.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("nobody has taken this instance's groups over; leaving all the same");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The last to start and the first to stop, together with the leave from the registry. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
