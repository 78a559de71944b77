package dev.abacus.trade.catalogue;

import dev.abacus.kernel.domain.DomainException;
import java.util.function.Supplier;
import org.springframework.web.client.ResourceAccessException;

/** inventory-service could not be asked, or could not say. */
public final class InventoryUnavailable extends DomainException {

    private InventoryUnavailable(Throwable cause) {
        super(Kind.UNAVAILABLE, "inventory-unavailable", "Inventory cannot be asked at the moment. Try again shortly.");
        initCause(cause);
    }

    /**
     * Makes a call to inventory-service. What it refuses comes through as it is.
     *
     * @throws InventoryUnavailable when there is no instance, no connection, no answer in time, or a fault of its own
     */
    public static <T> T unless(Supplier<T> call) {
        try {
            return call.get();
        } catch (DomainException e) {
            throw e.kind() == Kind.UNAVAILABLE ? new InventoryUnavailable(e) : e;
        } catch (ResourceAccessException | IllegalStateException e) {
            // The load balancer says by an IllegalStateException that there is no instance.
            throw new InventoryUnavailable(e);
        }
    }
}
