package dev.abacus.trade.ordertocash.application;

import static dev.abacus.trade.sales.SalesMother.pcs;
import static dev.abacus.trade.sales.SalesMother.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.sales.OrderRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The same request is the same whoever sends it again, and nothing else is. */
class RequestFingerprintTest {

    private static final OrderRequest.Line PENS = new OrderRequest.Line(Sku.of("PEN"), pcs(10));
    private static final OrderRequest.Line INK = new OrderRequest.Line(Sku.of("INK"), pcs(2));

    private final RequestFingerprint fingerprint = new RequestFingerprint(new JsonMapper());

    private static OrderRequest request(OrderRequest.Line... lines) {
        return new OrderRequest(new CustomerId(7), "MAIN", List.of(lines), "by noon");
    }

    private String of(OrderRequest request, Money expected, long author) {
        return fingerprint.of(new PlaceOrder(request, expected, new UserId(author)));
    }

    @Test
    void the_same_order_has_the_same_fingerprint_whoever_sends_it() {
        assertThat(of(request(PENS, INK), yuan("55"), 1))
                .isEqualTo(of(request(PENS, INK), yuan("55.00"), 2))
                .hasSize(64);
    }

    @Test
    void an_amount_is_the_same_however_it_is_written() {
        var written = new OrderRequest.Line(Sku.of("PEN"), Quantity.of("10.000", "pcs"));
        assertThat(of(request(written), null, 1)).isEqualTo(of(request(PENS), null, 1));
    }

    @Test
    void whatever_is_different_makes_another_fingerprint() {
        String asked = of(request(PENS, INK), null, 1);
        assertThat(List.of(
                        of(request(INK, PENS), null, 1),
                        of(request(PENS), null, 1),
                        of(request(PENS, INK), yuan("55"), 1),
                        of(new OrderRequest(new CustomerId(8), "MAIN", List.of(PENS, INK), "by noon"), null, 1),
                        of(new OrderRequest(new CustomerId(7), null, List.of(PENS, INK), "by noon"), null, 1),
                        of(new OrderRequest(new CustomerId(7), "MAIN", List.of(PENS, INK), null), null, 1)))
                .doesNotContain(asked)
                .doesNotHaveDuplicates();
    }
}
