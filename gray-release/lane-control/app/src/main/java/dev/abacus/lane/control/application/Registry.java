package dev.abacus.lane.control.application;

import java.util.Set;

/** Which processes are registered. */
public interface Registry {

    /** Asks for news of {@code service} from now on. */
    void follow(String service);

    boolean unregistered(String service, String instance);

    /** Every service that has an instance now; empty when the registry is away. */
    Set<String> services();
}
