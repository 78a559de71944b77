package dev.abacus.lane.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** A set of tenants by id, which may be large: eight bytes a tenant. In JSON an array of strings, as ids are everywhere. */
public final class TenantIds {

    private static final TenantIds NONE = new TenantIds(new long[0]);

    private final long[] sorted;

    private TenantIds(long[] sorted) {
        this.sorted = sorted;
    }

    public static TenantIds none() {
        return NONE;
    }

    public static TenantIds of(long... ids) {
        return new TenantIds(LongStream.of(ids).sorted().distinct().toArray());
    }

    /** @throws NumberFormatException when one is no number */
    @JsonCreator
    public static TenantIds parse(Collection<String> ids) {
        return of(ids.stream().mapToLong(Long::parseLong).toArray());
    }

    public boolean contains(long tenant) {
        return Arrays.binarySearch(sorted, tenant) >= 0;
    }

    public int size() {
        return sorted.length;
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    public void forEach(LongConsumer action) {
        for (long id : sorted) {
            action.accept(id);
        }
    }

    public TenantIds with(long tenant) {
        return of(
                LongStream.concat(LongStream.of(sorted), LongStream.of(tenant)).toArray());
    }

    public TenantIds without(long tenant) {
        return of(LongStream.of(sorted).filter(id -> id != tenant).toArray());
    }

    @JsonValue
    public List<String> asStrings() {
        return LongStream.of(sorted).mapToObj(Long::toString).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantIds that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return sorted.length <= 10 ? Arrays.toString(sorted) : sorted.length + " tenants";
    }
}
