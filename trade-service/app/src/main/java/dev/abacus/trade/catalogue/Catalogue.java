package dev.abacus.trade.catalogue;

import java.util.Collection;

/** Where products are looked up, in the current tenant. */
public interface Catalogue {

    /**
     * Those of {@code skus} that are products, on behalf of the user who is signed in.
     *
     * @throws InventoryUnavailable when inventory-service cannot say
     */
    Products find(Collection<Sku> skus);

    /**
     * As {@link #find}, for work in the background where nobody is signed in.
     *
     * @throws InventoryUnavailable when inventory-service cannot say
     */
    Products findAsService(Collection<Sku> skus);
}
