package dev.abacus.kernel.client;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/**
 * A neighbour service answered with a problem. It keeps the neighbour's code and facts, so that the caller of this
 * service sees the real reason ({@code insufficient-stock}) and not that "a call failed".
 */
public final class ServiceProblem extends DomainException {

    ServiceProblem(Kind kind, String code, String message, Map<String, ?> properties) {
        super(kind, code, message, properties);
    }
}
