package dev.abacus.lane.control.application;

import java.util.Set;

/** Watches tagged messages on topics and sends again, without its tag, what no lane's group answers for. */
public interface Strays {

    /** Watches these topics from now on; asked again with the same ones it does nothing. */
    void watch(Set<String> topics);

    void stop();
}
