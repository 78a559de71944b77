package dev.abacus.function.dispatcher.platform;

import dev.abacus.function.dispatcher.invocation.application.AcceptingInvocations;
import dev.abacus.function.dispatcher.invocation.application.AcceptingInvocations.Wish;
import dev.abacus.function.dispatcher.invocation.application.PlatformDesk.Asker;
import dev.abacus.function.wire.Events;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Functions that hand work to functions: in the same tenant and lane, one deeper. */
@Component
class Submissions {

    private final AcceptingInvocations accepting;

    Submissions(AcceptingInvocations accepting) {
        this.accepting = accepting;
    }

    Reply submit(Asker asker, Question question) {
        CloudEvent event = event(question);
        String key = question.arguments().get(1);
        var accepted = accepting.accept(new Wish(
                question.arguments().getFirst(),
                null,
                asker.tenant(),
                asker.lane(),
                key.isEmpty() ? null : key,
                event.getSource() + "#" + event.getId(),
                Duration.ZERO,
                asker.depth() + 1,
                Long.valueOf(asker.invocation()),
                asker.traceparent(),
                event));
        return Reply.of(String.valueOf(accepted.id()));
    }

    private static CloudEvent event(Question question) {
        try {
            return Events.of(question.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
