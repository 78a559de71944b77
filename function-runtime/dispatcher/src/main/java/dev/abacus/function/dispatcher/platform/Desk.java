package dev.abacus.function.dispatcher.platform;

import dev.abacus.function.dispatcher.invocation.application.PlatformDesk;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import dev.abacus.kernel.domain.DomainException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands each question to whom it concerns, on a thread of its own: a worker's connection never waits for an answer. */
@Component
class Desk implements PlatformDesk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final ObjectProvider<Submissions> submissions;
    private final FunctionCache cache;
    private final FunctionLocks locks;
    private final ServiceCalls services;

    Desk(ObjectProvider<Submissions> submissions, FunctionCache cache, FunctionLocks locks, ServiceCalls services) {
        this.submissions = submissions;
        this.cache = cache;
        this.locks = locks;
        this.services = services;
    }

    @Override
    public void ask(Asker asker, DeployedVersion version, Question question, Consumer<Reply> answer) {
        Thread.ofVirtual()
                .name("question-of-" + asker.function())
                .start(() -> answer.accept(answered(asker, version, question)));
    }

    private Reply answered(Asker asker, DeployedVersion version, Question question) {
        try {
            return switch (question.verb()) {
                case SUBMIT -> submissions.getObject().submit(asker, question);
                case CACHE_FIND -> cache.find(asker, question);
                case CACHE_PUT -> cache.put(asker, question);
                case CACHE_REMOVE -> cache.remove(asker, question);
                case LOCK -> locks.lock(asker, question);
                case UNLOCK -> locks.unlock(asker, question);
                case CALL -> services.call(asker, version.definition(), question);
            };
        } catch (DomainException e) {
            return Reply.refused(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("A question of {} could not be answered: {}", asker.function(), question.verb(), e);
            return Reply.refused("the platform could not answer: " + e.getMessage());
        }
    }
}
