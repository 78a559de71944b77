package dev.abacus.kernel.domain;

import com.github.f4b6a3.tsid.TsidFactory;

/**
 * Time-sorted ids (TSID): 42 bits of milliseconds, then a random node number of 10 bits and a counter of 12.
 * Two processes that draw the same node number still differ unless they also draw the same counter in the same
 * millisecond; the primary key then refuses the second row.
 */
public final class TimeSortedIds implements Ids {

    private final TsidFactory factory = TsidFactory.newInstance1024();

    @Override
    public long next() {
        return factory.create().toLong();
    }
}
