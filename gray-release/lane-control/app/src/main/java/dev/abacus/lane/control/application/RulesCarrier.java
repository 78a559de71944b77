package dev.abacus.lane.control.application;

import java.util.Optional;

/** Carries published rules to everybody who obeys them. */
public interface RulesCarrier {

    /** @throws RuntimeException when they may not have arrived */
    void publish(String rules);

    /** What it carries now. */
    Optional<String> carried();
}
