package dev.abacus.function.dispatcher.registry;

import java.util.Optional;

/** Tells at deployment what this runtime cannot do: a trigger that nobody pulls would be taken for one that works. */
public interface Reach {

    /** @return what of it is not served, in words that follow "asks for"; empty when all is, or when it is another's concern */
    default Optional<String> refuses(Destination destination) {
        return Optional.empty();
    }

    /** The same of a trigger. */
    default Optional<String> refuses(Trigger trigger) {
        return Optional.empty();
    }
}
