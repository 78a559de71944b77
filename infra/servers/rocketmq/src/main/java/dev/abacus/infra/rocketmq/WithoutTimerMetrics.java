package dev.abacus.infra.rocketmq;

import org.apache.rocketmq.logging.ch.qos.logback.classic.spi.ILoggingEvent;
import org.apache.rocketmq.logging.ch.qos.logback.core.filter.Filter;
import org.apache.rocketmq.logging.ch.qos.logback.core.spi.FilterReply;

/**
 * The broker tidies the timer wheel's metrics every three minutes also when the wheel is off, fails, and says so in
 * twenty lines. Nobody should have to learn that this error means nothing.
 */
public final class WithoutTimerMetrics extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return event.getMessage().contains("failed to clean unused timer metrics")
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
