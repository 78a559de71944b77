package dev.abacus.trade.sales.application;

import dev.abacus.kernel.outbox.Events;
import dev.abacus.trade.api.events.SalesHistoryPosted;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.sales.SalesHistory;
import dev.abacus.trade.sales.domain.PastSales;
import dev.abacus.trade.sales.domain.PastSales.Key;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Keeps what was sold in the past, and tells stock of it. */
@Service
class KeepingSalesHistory implements SalesHistory {

    private final PastSales sales;
    private final Events events;

    KeepingSalesHistory(PastSales sales, Events events) {
        this.sales = sales;
        this.events = events;
    }

    @Override
    public Set<Integer> keep(long importId, int chunk, List<Day> days) {
        if (days.isEmpty()) {
            return Set.of();
        }
        Set<Key> taken = new HashSet<>(kept(days));
        Set<Integer> repeated = new LinkedHashSet<>();
        List<Day> fresh = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            if (taken.add(new Key(day.sku(), day.date()))) {
                fresh.add(day);
            } else {
                repeated.add(i);
            }
        }
        sales.add(importId, fresh);
        publish(importId, chunk, fresh);
        return repeated;
    }

    private Set<Key> kept(List<Day> days) {
        Collection<Sku> skus = days.stream().map(Day::sku).collect(Collectors.toSet());
        LocalDate first =
                days.stream().map(Day::date).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate last =
                days.stream().map(Day::date).max(Comparator.naturalOrder()).orElseThrow();
        return sales.keys(skus, first, last);
    }

    /** A day on which nothing was sold moved no stock. */
    private void publish(long importId, int chunk, List<Day> days) {
        List<SalesHistoryPosted.Row> rows = days.stream()
                .filter(day -> day.quantity().signum() > 0)
                .map(day -> new SalesHistoryPosted.Row(day.date(), day.sku().code(), day.quantity(), day.promotion()))
                .toList();
        if (!rows.isEmpty()) {
            events.publish(new SalesHistoryPosted(Long.toString(importId), chunk, rows));
        }
    }
}
