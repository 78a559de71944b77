package dev.abacus.kernel.tcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.testapp.KernelTest;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The fence alone, on the real database, called in every order in which a coordinator may call it. */
class TenantFenceTest extends KernelTest {

    private static final AtomicLong BRANCHES = new AtomicLong();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataProperties data;

    private TenantFence fence;
    private Booking booking;

    @BeforeEach
    void fence() {
        fence = new TenantFence(data.service(), jdbc, transaction, Clock.systemUTC());
        booking = new Booking();
    }

    /** A business row that moves with the phases, so that fence and business can be seen to commit together. */
    final class Booking {
        boolean failing;

        Object attempt() {
            write("tried");
            return true;
        }

        public boolean confirm(BusinessActionContext context) {
            write("confirmed");
            return true;
        }

        public boolean cancel(BusinessActionContext context) {
            write("cancelled");
            return true;
        }

        private void write(String text) {
            jdbc.sql("INSERT INTO sample_note (tenant_id, id, text) VALUES (?, ?, ?)")
                    .params(TenantContext.require().value(), BRANCHES.incrementAndGet(), text)
                    .update();
            if (failing) {
                throw new IllegalStateException("failing");
            }
        }
    }

    private record Branch(String xid, long id, TenantId tenant) {}

    private Branch branch(TenantId tenant) {
        return new Branch("test:" + BRANCHES.incrementAndGet(), BRANCHES.incrementAndGet(), tenant);
    }

    private Object tryIt(Branch branch) {
        return TenantContext.call(
                branch.tenant(), () -> fence.prepareFence(branch.xid(), branch.id(), "book", booking::attempt));
    }

    private boolean confirm(Branch branch) {
        return fence.commitFence(method("confirm"), booking, branch.xid(), branch.id(), arguments(branch));
    }

    private boolean cancel(Branch branch) {
        return fence.rollbackFence(method("cancel"), booking, branch.xid(), branch.id(), arguments(branch), "book");
    }

    private static Method method(String name) {
        try {
            return Booking.class.getMethod(name, BusinessActionContext.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object[] arguments(Branch branch) {
        var context = new BusinessActionContext();
        context.setActionContext(
                new HashMap<>(Map.of(TenantFence.TENANT_KEY, branch.tenant().toString())));
        return new Object[] {context};
    }

    private long rows(TenantId tenant, String text) {
        return TenantContext.call(
                tenant, () -> jdbc.sql("SELECT COUNT(*) FROM sample_note WHERE tenant_id = ? AND text = ?")
                        .params(tenant.value(), text)
                        .query(Long.class)
                        .single());
    }

    @Test
    void a_confirm_that_is_repeated_has_its_effect_once() {
        Branch branch = branch(here);
        tryIt(branch);
        assertThat(confirm(branch)).isTrue();
        assertThat(confirm(branch)).isTrue();
        assertThat(rows(here, "confirmed")).isEqualTo(1);
    }

    @Test
    void a_cancel_without_a_try_does_nothing_and_keeps_a_late_try_out() {
        Branch branch = branch(here);
        assertThat(cancel(branch)).isTrue();
        assertThatThrownBy(() -> tryIt(branch)).hasRootCauseInstanceOf(LateTry.class);
        assertThat(rows(here, "cancelled")).isZero();
        assertThat(rows(here, "tried")).isZero();
    }

    @Test
    void a_try_that_failed_left_nothing_and_its_cancel_does_nothing() {
        Branch branch = branch(here);
        booking.failing = true;
        assertThatThrownBy(() -> tryIt(branch)).hasRootCauseMessage("failing");
        booking.failing = false;
        assertThat(cancel(branch)).isTrue();
        assertThat(rows(here, "tried")).isZero();
        assertThat(rows(here, "cancelled")).isZero();
    }

    @Test
    void a_try_that_loses_a_deadlock_begins_again_under_its_branch() {
        Branch branch = branch(here);
        var attempts = new AtomicInteger();
        TenantContext.call(
                here,
                () -> fence.prepareFence(branch.xid(), branch.id(), "book", () -> {
                    booking.attempt();
                    if (attempts.incrementAndGet() < 3) {
                        throw new CannotAcquireLockException("the victim");
                    }
                    return true;
                }));
        assertThat(rows(here, "tried")).isEqualTo(1);
        assertThat(confirm(branch)).isTrue();
    }

    @Test
    void a_confirm_whose_work_fails_can_be_repeated() {
        Branch branch = branch(here);
        tryIt(branch);
        booking.failing = true;
        assertThatThrownBy(() -> confirm(branch)).hasMessage("failing");
        booking.failing = false;
        assertThat(confirm(branch)).isTrue();
        assertThat(rows(here, "confirmed")).isEqualTo(1);
    }

    @Test
    void neither_end_can_be_turned_into_the_other() {
        Branch confirmed = branch(here);
        tryIt(confirmed);
        confirm(confirmed);
        assertThat(cancel(confirmed)).isFalse();
        Branch cancelled = branch(here);
        tryIt(cancelled);
        cancel(cancelled);
        assertThat(confirm(cancelled)).isFalse();
    }

    @Test
    void the_fence_is_in_the_shard_of_its_tenant() {
        Branch branch = branch(there);
        tryIt(branch);
        String count = "SELECT COUNT(*) FROM sample_tcc_fence WHERE xid = '" + branch.xid() + "'";
        assertThat(look(SHARDS.get(0), count)).isZero();
        assertThat(look(SHARDS.get(1), count)).isEqualByComparingTo("1");
    }

    /** Any order of calls, repeated and failing at random: at most one try, and exactly one of the two ends. */
    @RepeatedTest(40)
    void in_any_order_of_calls_a_branch_has_one_end(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Branch branch = branch(random.nextBoolean() ? here : there);
        boolean toConfirm = random.nextBoolean();
        boolean tried = false;
        for (int step = 0; step < 8; step++) {
            booking.failing = random.nextInt(4) == 0;
            try {
                switch (random.nextInt(3)) {
                    case 0 -> {
                        if (!tried) {
                            tryIt(branch);
                            tried = true;
                        }
                    }
                    case 1 -> {
                        // A coordinator confirms only what was tried.
                        if (toConfirm && tried) {
                            confirm(branch);
                        }
                    }
                    default -> {
                        if (!toConfirm) {
                            cancel(branch);
                        }
                    }
                }
            } catch (RuntimeException e) {
                // the caller asks again, as the coordinator does
            }
        }
        booking.failing = false;
        boolean ended = toConfirm ? tried && confirm(branch) : cancel(branch);
        assertThat(rows(branch.tenant(), "tried")).isEqualTo(tried ? 1 : 0);
        assertThat(rows(branch.tenant(), "confirmed")).isEqualTo(toConfirm && tried ? 1 : 0);
        assertThat(rows(branch.tenant(), "cancelled")).isEqualTo(!toConfirm && tried ? 1 : 0);
        assertThat(ended).isEqualTo(!toConfirm || tried);
    }
}
