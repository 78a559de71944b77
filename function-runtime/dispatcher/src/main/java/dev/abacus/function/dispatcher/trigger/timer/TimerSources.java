package dev.abacus.function.dispatcher.trigger.timer;

import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.function.dispatcher.trigger.Arrivals;
import dev.abacus.function.dispatcher.trigger.Source;
import dev.abacus.function.dispatcher.trigger.SourceKind;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Times. One look at the clock serves all timers. */
@Component
class TimerSources implements SourceKind {

    private final Arrivals arrivals;
    private final Clock clock;
    private final Set<TimerSource> open = ConcurrentHashMap.newKeySet();

    TimerSources(Arrivals arrivals, Clock clock) {
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public boolean serves(Trigger trigger) {
        return trigger instanceof Trigger.Timer;
    }

    @Override
    public Source open(String function, Trigger trigger) {
        var source = new TimerSource(
                function,
                (Trigger.Timer) trigger,
                due -> arrivals.take(function, trigger.name(), due),
                clock,
                open::remove);
        open.add(source);
        return source;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        open.forEach(TimerSource::look);
    }
}
