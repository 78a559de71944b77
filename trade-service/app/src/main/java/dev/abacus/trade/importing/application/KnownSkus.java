package dev.abacus.trade.importing.application;

import dev.abacus.kernel.importing.ImportId;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.trade.catalogue.Catalogue;
import dev.abacus.trade.catalogue.Products;
import dev.abacus.trade.catalogue.Sku;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which SKUs of a file are products. A file names the same few again and again, so those that were found are remembered
 * for as long as the file is worked on; those that were not are asked for again, for they may be added meanwhile.
 */
@Component
class KnownSkus {

    private static final int FILES = 16;

    /** Two companies may have imports of the same id. */
    private record File(TenantId tenant, ImportId importId) {}

    private final Catalogue catalogue;
    private final Map<File, Set<Sku>> found = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<File, Set<Sku>> eldest) {
            return size() > FILES;
        }
    };

    KnownSkus(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Those of {@code skus} that are products. */
    synchronized Set<Sku> among(ImportId importId, Set<Sku> skus) {
        Set<Sku> known = found.computeIfAbsent(new File(TenantContext.require(), importId), file -> new HashSet<>());
        List<Sku> open = skus.stream().filter(sku -> !known.contains(sku)).toList();
        if (!open.isEmpty()) {
            Products products = catalogue.findAsService(open);
            open.stream().filter(products::has).forEach(known::add);
        }
        return known;
    }
}
