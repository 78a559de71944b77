package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;

/** What a call says while it runs. Called on the reading thread of its worker: hand on, do not wait. */
public interface CallListener {

    void logged(String level, long epochMillis, String text);

    /** A question to the platform; the answer may come later, on any thread. */
    void asked(Question question, java.util.function.Consumer<Reply> answer);
}
