package dev.abacus.inventory.warehousing.web;

import static java.util.stream.Collectors.groupingBy;

import dev.abacus.inventory.api.ReservationView;
import dev.abacus.inventory.api.ReservationView.State;
import dev.abacus.inventory.api.ReserveStock;
import dev.abacus.inventory.stock.Demand;
import dev.abacus.inventory.stock.HeldLine;
import dev.abacus.inventory.warehousing.application.ReservingForOrders.Held;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reservations as the API tells them. */
@Component
class ReservationViews {

    private final Names names;

    ReservationViews(Names names) {
        this.names = names;
    }

    /** What has just been held; every order waits for this, so nothing is read that the request has said. */
    ReservationView tried(Held held, ReserveStock request) {
        Demand demand = held.demand();
        return new ReservationView(
                demand.id().toString(),
                demand.order(),
                held.warehouse(),
                State.TRIED,
                demand.lines().stream()
                        .map(line -> new ReservationView.Line(
                                line.number(),
                                request.lines().get(line.number() - 1).sku(),
                                line.quantity(),
                                line.quantity()))
                        .toList());
    }

    List<ReservationView> of(List<HeldLine> lines) {
        Names.Of named =
                names.of(lines.stream().map(line -> line.key().product()).toList());
        Collection<List<HeldLine>> groups = lines.stream()
                .collect(groupingBy(HeldLine::reservation, LinkedHashMap::new, Collectors.toList()))
                .values();
        return groups.stream().map(group -> view(group, named)).toList();
    }

    private static ReservationView view(List<HeldLine> lines, Names.Of named) {
        HeldLine first = lines.getFirst();
        return new ReservationView(
                first.reservation().toString(),
                first.order(),
                named.warehouse(first.key()),
                state(lines),
                lines.stream()
                        .map(line -> new ReservationView.Line(
                                line.number(), named.sku(line.key()), line.quantity(), line.open()))
                        .toList());
    }

    /** The most open state of any line: a reservation is over when its last line is. */
    private static State state(List<HeldLine> lines) {
        return Stream.of(State.values())
                .filter(state ->
                        lines.stream().anyMatch(line -> line.state().name().equals(state.name())))
                .findFirst()
                .orElseThrow();
    }
}
