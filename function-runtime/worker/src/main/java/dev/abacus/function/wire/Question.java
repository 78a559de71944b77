package dev.abacus.function.wire;

import java.util.List;

/**
 * What a function wants of the platform. The host answers, so that a worker needs no client of Redis, Nacos, the services or
 * the database of the runtime, and stays small.
 *
 * @param body null where the verb takes none
 */
public record Question(Verb verb, List<String> arguments, byte[] body) {

    public enum Verb {
        /** function, ordering key or ""; body: the event. Answers the invocation's id. */
        SUBMIT,
        /** key. Answers the value as body, or none. */
        CACHE_FIND,
        /** key, life in milliseconds; body: the value. */
        CACHE_PUT,
        /** key. */
        CACHE_REMOVE,
        /** name, lease in milliseconds. Answers the fencing token, or nothing when it is held. */
        LOCK,
        /** name, fencing token. */
        UNLOCK,
        /** service, method, path; body: JSON or none. Answers the status, 0 when nobody answered; body: the answer, or why not. */
        CALL
    }

    public static Question of(Verb verb, String... arguments) {
        return new Question(verb, List.of(arguments), null);
    }

    public Question with(byte[] body) {
        return new Question(verb, arguments, body);
    }
}
