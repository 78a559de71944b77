package dev.abacus.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.api.CustomersApi;
import dev.abacus.trade.api.PriceListsApi;
import dev.abacus.trade.api.PricesApi;
import dev.abacus.trade.api.PromotionsApi;
import dev.abacus.trade.api.PurchaseOrdersApi;
import dev.abacus.trade.api.SalesHistoryApi;
import dev.abacus.trade.api.SalesOrdersApi;
import dev.abacus.trade.api.SuppliersApi;
import dev.abacus.trade.testing.TradeTest;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the API jar promises its callers is what the controllers answer to. */
class ApiContractTest extends TradeTest {

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @ParameterizedTest
    @ValueSource(
            classes = {
                CustomersApi.class,
                SuppliersApi.class,
                PriceListsApi.class,
                PricesApi.class,
                PromotionsApi.class,
                SalesOrdersApi.class,
                SalesHistoryApi.class,
                PurchaseOrdersApi.class
            })
    void every_exchange_of_the_api_has_its_handler(Class<?> api) {
        assertThat(handled()).containsAll(exchanges(api));
    }

    private Set<String> handled() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
                .collect(Collectors.toSet());
    }

    private static Set<String> exchanges(Class<?> api) {
        String base = AnnotatedElementUtils.findMergedAnnotation(api, HttpExchange.class)
                .url();
        return Stream.of(api.getDeclaredMethods())
                .map(method -> exchange(base, method))
                .collect(Collectors.toSet());
    }

    private static String exchange(String base, Method method) {
        HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
        return exchange.method() + " " + base + exchange.url();
    }
}
