package dev.abacus.bff.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.abacus.inventory.api.Permissions;
import dev.abacus.inventory.api.ProductView;
import dev.abacus.inventory.api.ProductsApi;
import dev.abacus.inventory.api.SkuLookup;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/**
 * Products by SKU, remembered for each tenant for a few seconds, and for some minutes more for when inventory-service
 * cannot be asked: an order can be read although nobody can say at the moment what its products are called. Only what a
 * product is called and measured in is remembered, never stock or prices, on which somebody decides.
 *
 * <p>When inventory-service tells of a change, what is remembered of the product counts no longer as fresh; when no news
 * come, those few seconds are all that an answer can be late.
 *
 * <p>What is remembered is given only to callers who may read products, since inventory-service is not asked again (A6).
 */
@Component
public class CachedProducts {

    private static final Logger log = LoggerFactory.getLogger(CachedProducts.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration BETTER_THAN_NOTHING = Duration.ofMinutes(10);
    /** News are remembered for longer than a call to inventory-service, which may bring what was before, can last. */
    private static final Duration LONGEST_READ = Duration.ofMinutes(1);

    private static final int REMEMBERED = 20_000;

    private final ProductsApi products;
    private final Clock clock;
    private final Cache<Key, Entry> entries;
    private final Cache<Key, Integer> announced;

    private record Key(TenantId tenant, String sku) {}

    private record Entry(ProductView product, Instant readAt) {}

    CachedProducts(ProductsApi products, Clock clock) {
        this.products = products;
        this.clock = clock;
        this.entries = cache(BETTER_THAN_NOTHING);
        this.announced = cache(LONGEST_READ);
    }

    private <V> Cache<Key, V> cache(Duration lasting) {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(lasting)
                .ticker((Ticker) () -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /** The tenant's product has that version now: an older one is asked for again, if it can be. */
    public void changed(TenantId tenant, String sku, int version) {
        Key key = new Key(tenant, sku);
        announced.asMap().merge(key, version, Math::max);
        entries.asMap()
                .computeIfPresent(
                        key,
                        (same, entry) -> entry.product().version() < version
                                ? new Entry(entry.product(), Instant.EPOCH)
                                : entry);
    }

    /** The products of these SKUs; SKUs that name none are missing. One call at most, whatever their number up to 500. */
    public Map<String, ProductView> bySku(Collection<String> skus) {
        Caller caller = Caller.current();
        if (caller.isPlatform() || !caller.may(Permissions.PRODUCT_READ)) {
            return ask(skus);
        }
        Map<String, ProductView> found = new HashMap<>();
        List<String> wanted = new ArrayList<>();
        Instant oldest = clock.instant().minus(FRESH);
        for (String sku : skus) {
            Entry entry = entries.getIfPresent(new Key(caller.tenant(), sku));
            if (entry != null && entry.readAt().isAfter(oldest)) {
                found.put(sku, entry.product());
            } else {
                wanted.add(sku);
            }
        }
        if (!wanted.isEmpty()) {
            found.putAll(askAndRemember(caller.tenant(), wanted));
        }
        return found;
    }

    /** Whatever way a product was read, it is newer than what is remembered of it. */
    public void remember(Collection<ProductView> read) {
        Caller.find()
                .filter(caller -> !caller.isPlatform())
                .ifPresent(caller -> read.forEach(product -> remember(caller.tenant(), product)));
    }

    private Map<String, ProductView> askAndRemember(TenantId tenant, List<String> skus) {
        try {
            Map<String, ProductView> answer = ask(skus);
            skus.stream()
                    .filter(sku -> !answer.containsKey(sku))
                    .forEach(gone -> entries.invalidate(new Key(tenant, gone)));
            answer.values().forEach(product -> remember(tenant, product));
            return answer;
        } catch (ResourceAccessException | IllegalStateException e) {
            return fallBack(tenant, skus, e);
        } catch (DomainException e) {
            if (e.kind() == Kind.UNAVAILABLE) {
                return fallBack(tenant, skus, e);
            }
            throw e;
        }
    }

    private Map<String, ProductView> fallBack(TenantId tenant, List<String> skus, RuntimeException failure) {
        Map<String, ProductView> old = new HashMap<>();
        for (String sku : skus) {
            Entry entry = entries.getIfPresent(new Key(tenant, sku));
            if (entry == null) {
                throw failure;
            }
            old.put(sku, entry.product());
        }
        log.warn("{} products as they were up to {} ago: {}", old.size(), BETTER_THAN_NOTHING, failure.getMessage());
        return old;
    }

    private void remember(TenantId tenant, ProductView product) {
        Key key = new Key(tenant, product.sku());
        Instant readAt = clock.instant();
        entries.asMap().compute(key, (same, before) -> {
            // It was read before a change of which we have heard meanwhile.
            Integer newest = announced.getIfPresent(key);
            return new Entry(product, newest != null && product.version() < newest ? Instant.EPOCH : readAt);
        });
    }

    private Map<String, ProductView> ask(Collection<String> skus) {
        Map<String, ProductView> answer = new HashMap<>();
        products.lookup(new SkuLookup(List.copyOf(skus)))
                .products()
                .forEach(product -> answer.put(product.sku(), product));
        return answer;
    }
}
