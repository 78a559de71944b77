package dev.abacus.trade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.TestCallers;
import dev.abacus.trade.testing.TradeTest;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every handler there is: whoever lacks its permission stays out, and whoever has it comes in. */
class DoorsTest extends TradeTest {

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** The kernel's, for functions alone: it is in no catalogue, so that no role can have it. */
    private static final String OF_FUNCTIONS = "tenant-data.read";

    private record Door(String method, String path, String type, String permission) {

        static Door of(RequestMappingInfo mapping, HandlerMethod handler) {
            var types = mapping.getConsumesCondition().getConsumableMediaTypes();
            return new Door(
                    mapping.getMethodsCondition().getMethods().iterator().next().name(),
                    mapping.getPatternValues().iterator().next().replaceAll("\\{[^}]*}", "1"),
                    types.isEmpty()
                            ? "application/json"
                            : types.iterator().next().toString(),
                    handler.getMethodAnnotation(PermissionPoint.class).value());
        }

        Api.Answer knock(Api as) {
            return as.send(method, path, type, "GET".equals(method) ? "" : "{}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @TestFactory
    Stream<DynamicTest> without_the_permission_nobody_gets_in() {
        return doors().map(door -> dynamicTest(
                door.toString(), () -> assertThat(door.knock(api(TestCallers.userWithout(acme, door.permission())))
                                .problem(403, "forbidden")
                                .get("needs")
                                .asString())
                        .isEqualTo(door.permission())));
    }

    @TestFactory
    Stream<DynamicTest> with_it_the_door_is_open() {
        return doors().filter(door -> !door.permission().equals(OF_FUNCTIONS))
                .map(door -> dynamicTest(
                        door.toString(),
                        () -> assertThat(door.knock(boss()).status()).isNotIn(401, 403, 500)));
    }

    @TestFactory
    Stream<DynamicTest> a_stranger_stays_outside() {
        return doors().map(door ->
                dynamicTest(door.toString(), () -> door.knock(api(null)).problem(401, "unauthorized")));
    }

    @TestFactory
    Stream<DynamicTest> the_platform_is_no_companys_user() {
        return doors().map(door -> dynamicTest(door.toString(), () -> door.knock(
                        api(TestCallers.platform(door.permission().split("-")[0])))
                .is(403)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_for_functions_is_for_no_user_whatever_he_may() {
        return doors().filter(door -> door.permission().equals(OF_FUNCTIONS))
                .map(door ->
                        dynamicTest(door.toString(), () -> door.knock(boss()).problem(403, "forbidden")));
    }

    @Test
    void every_permission_point_opens_some_door() {
        Set<String> all = new HashSet<>(Permissions.ALL);
        all.add(OF_FUNCTIONS);
        assertThat(doors().map(Door::permission).collect(Collectors.toSet())).containsExactlyInAnyOrderElementsOf(all);
    }

    private Stream<Door> doors() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(PermissionPoint.class))
                .map(entry -> Door.of(entry.getKey(), entry.getValue()));
    }
}
