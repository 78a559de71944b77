package dev.abacus.trade.party.persistence;

import static dev.abacus.trade.party.PartyMother.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.party.application.PartyLists;
import dev.abacus.trade.party.domain.CodeTaken;
import dev.abacus.trade.party.domain.PartyCode;
import dev.abacus.trade.party.domain.Supplier;
import dev.abacus.trade.party.domain.Suppliers;
import dev.abacus.trade.testing.TradeTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SuppliersTest extends TradeTest {

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private PartyLists.OfSuppliers list;

    @Test
    void a_supplier_comes_back_as_he_was_added() {
        Supplier mill = supplier("S-1", 7);
        with(acme, () -> {
            suppliers.add(mill);
            assertThat(suppliers.find(mill.id()))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(mill);
            assertThat(suppliers.findByCode(new PartyCode("S-1"))).isPresent();
        });
    }

    @Test
    void a_code_is_taken_once_per_company() {
        with(acme, () -> {
            suppliers.add(supplier("S-1", 7));
            assertThatThrownBy(() -> suppliers.add(supplier("s-1", 7))).isInstanceOf(CodeTaken.class);
        });
        with(rival, () -> suppliers.add(supplier("S-1", 7)));
    }

    @Test
    void a_change_is_made_to_the_version_that_was_read() {
        with(acme, () -> {
            Supplier added = supplier("S-1", 7);
            suppliers.add(added);
            Supplier first = suppliers.find(added.id()).orElseThrow();
            Supplier second = suppliers.find(added.id()).orElseThrow();
            first.change("First", 9, null, true);
            second.change("Second", 1, null, true);
            suppliers.update(first);
            assertThatThrownBy(() -> suppliers.update(second)).isInstanceOf(EntityVersion.Stale.class);
            Supplier now = suppliers.find(added.id()).orElseThrow();
            assertThat(now.name()).isEqualTo("First");
            assertThat(now.leadTimeDays()).isEqualTo(9);
            assertThat(now.version()).isEqualTo(1);
        });
    }

    @Test
    void many_are_found_at_once_and_only_ones_own() {
        Supplier ours = supplier("S-1", 7);
        Supplier theirs = supplier("S-2", 7);
        with(acme, () -> suppliers.add(ours));
        with(rival, () -> suppliers.add(theirs));
        List<SupplierId> both = List.of(ours.id(), theirs.id());
        assertThat(as(acme, () -> suppliers.findAll(both)))
                .extracting(Supplier::id)
                .containsExactly(ours.id());
        assertThat(as(acme, () -> list.list(null, PageRequest.first()).items())).hasSize(1);
    }
}
