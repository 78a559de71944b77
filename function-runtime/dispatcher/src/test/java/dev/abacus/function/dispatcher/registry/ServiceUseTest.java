package dev.abacus.function.dispatcher.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUseTest {

    @ParameterizedTest
    @CsvSource({
        "GET /products, GET, /products, true",
        "GET /products, POST, /products, false",
        "GET /products, GET, /products/7, false",
        "GET /products, GET, /products/, false",
        "GET /products/*, GET, /products/7, true",
        "GET /products/*, GET, /products/, false",
        "GET /products/*, GET, /products/7/prices, false",
        "GET /products/*/prices, GET, /products/7/prices, true",
        "GET /products/**, GET, /products, true",
        "GET /products/**, GET, /products/7/prices, true",
        "GET /products/**, GET, /productsmore, false",
        "GET /products/**, GET, /users, false"
    })
    void a_call_is_allowed_by_its_method_and_its_segments(String call, String method, String path, boolean allowed) {
        assertThat(new ServiceUse("inventory-service", Set.of(), List.of(call)).allows(method, path))
                .isEqualTo(allowed);
    }

    @Test
    void rows_may_be_queried_by_whom_it_is_said_of_and_by_no_other_words() {
        String queries = "/internal/tenant-data/queries";
        var reader = new ServiceUse("inventory-service", Set.of("product.read"), List.of(), true);
        var caller = new ServiceUse("inventory-service", Set.of("product.read"), List.of("POST /products/**"));
        assertThat(reader.allows("POST", queries)).isTrue();
        assertThat(reader.allows("GET", queries)).isFalse();
        assertThat(reader.granted(queries)).containsExactly("tenant-data.read");
        assertThat(reader.granted("/products/7")).containsExactly("product.read");
        assertThat(caller.allows("POST", queries)).isFalse();
        assertThatThrownBy(() -> new ServiceUse("inventory-service", Set.of("tenant-data.read"), List.of()))
                .hasMessageContaining("comes with data: true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "GET products",
                "HEAD /x",
                "GET /**",
                "GET /*",
                "GET /*/x",
                "GET /x/**/y",
                "GET /actuator/env",
                "GET /internal/access/*",
                "GET /admin/tenants",
                "GET //x",
                "GET /x?y"
            })
    void what_would_open_more_than_it_says_cannot_be_written(String call) {
        assertThatThrownBy(() -> new ServiceUse("inventory-service", Set.of(), List.of(call)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
