package dev.abacus.trade.ordertocash.http;

import static dev.abacus.trade.sales.SalesMother.line;
import static dev.abacus.trade.sales.SalesMother.placement;
import static dev.abacus.trade.sales.SalesMother.priced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.api.ReservationsApi;
import dev.abacus.trade.catalogue.InventoryUnavailable;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.sales.Placement;
import dev.abacus.trade.testing.InventoryStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InventoryReservationsTest {

    private final InventoryStub inventory = new InventoryStub(asked -> "{}");
    private final InventoryReservations reservations =
            new InventoryReservations(inventory.client(ReservationsApi.class));
    private final Placement placement =
            placement(new CustomerId(7), priced(line(1, "PEN", 10, "3", "0"), line(2, "INK", 2, "12.50", "0")));

    @AfterEach
    void close() {
        inventory.close();
    }

    @Test
    void all_lines_of_an_order_are_reserved_at_once_in_the_units_that_they_were_sold_in() {
        reservations.reserve(placement);

        assertThat(inventory.asked()).hasSize(1);
        JsonNode asked = inventory.asked().getFirst().body();
        assertThat(asked.get("orderId").asString()).isEqualTo(placement.order().toString());
        assertThat(asked.get("warehouse").asString()).isEqualTo("MAIN");
        assertThat(asked.get("lines").findValuesAsString("sku")).containsExactly("PEN", "INK");
        assertThat(asked.get("lines").findValuesAsString("unit")).containsExactly("pcs", "pcs");
        assertThat(asked.at("/lines/0/quantity").asDecimal()).isEqualByComparingTo("10");
    }

    @Test
    void an_inventory_that_is_gone_is_unavailable() {
        inventory.close();
        assertThatThrownBy(() -> reservations.reserve(placement)).isInstanceOf(InventoryUnavailable.class);
    }
}
