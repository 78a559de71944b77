package dev.abacus.function.dispatcher.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
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
