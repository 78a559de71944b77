package dev.abacus.inventory.uom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.testing.Api;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.testing.TestCallers;
import dev.abacus.inventory.uom.application.DefiningUnits;
import dev.abacus.inventory.uom.domain.UnitExists;
import dev.abacus.inventory.uom.domain.UnitOfMeasure;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.kernel.tenancy.TenantContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class UnitsTest extends InventoryTest {

    @Autowired
    DefiningUnits defining;

    @LocalServerPort
    int port;

    @Test
    void a_tenant_begins_with_the_usual_units_and_adds_its_own() {
        UnitOfMeasure crate = UnitOfMeasure.of("crate", "crate of 20 bottles");

        inHere(() -> defining.define(crate));

        assertThat(inHere(defining::all)).containsAll(UnitOfMeasure.USUAL).contains(crate);
        assertThat(inHere(defining::all))
                .isSortedAccordingTo(
                        (a, b) -> a.unit().code().compareTo(b.unit().code()));
        assertThat(TenantContext.call(there, defining::all)).doesNotContain(crate);
    }

    @Test
    void a_code_names_one_unit_and_its_case_matters() {
        assertThatThrownBy(() -> inHere(() -> defining.define(UnitOfMeasure.of("kg", "another"))))
                .isInstanceOf(UnitExists.class);
        assertThat(inHere(() -> defining.define(UnitOfMeasure.of("KG", "another")))
                        .name())
                .isEqualTo("another");
    }

    @Test
    void only_what_is_known_is_known() {
        List<Unit> asked = List.of(Unit.of("kg"), Unit.of("stone"), Unit.of("kg"));

        assertThat(inHere(() -> defining.knownAmong(asked))).containsExactly(Unit.of("kg"));
        assertThat(inHere(() -> defining.knownAmong(List.of()))).isEmpty();
    }

    @Test
    void a_unit_has_a_name() {
        assertThatThrownBy(() -> UnitOfMeasure.of("x", " ")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void over_http_a_unit_is_defined_once_per_key() {
        Api api = new Api(port, TestCallers.user(here));
        String crate = "{\"code\":\"crate\",\"name\":\"Crate\"}";

        api.post("/units", crate, "Idempotency-Key", "define-crate").is(201);
        api.post("/units", crate, "Idempotency-Key", "define-crate").is(201);

        api.post("/units", crate).problem(409, "unit-exists");
        api.post("/units", "{\"code\":\"a b\",\"name\":\"x\"}").problem(400, "invalid-value");
        assertThat(api.get("/units").is(200).json().findValuesAsString("code")).contains("crate", "pcs");
    }
}
