package @package@;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.testkit.FunctionUnderTest;
import org.junit.jupiter.api.Test;

class @class@Test {

    private final FunctionUnderTest function = FunctionUnderTest.of(new @class@()).setting("greeting", "Hello");

    @Test
    void it_greets_by_name() {
        assertThat(function.call("{\"name\": \"Wu\"}").data()).isEqualTo("{\"text\":\"Hello, Wu!\"}");
        assertThat(function.log().texts()).containsExactly("greeting Wu");
    }

    @Test
    void an_event_that_names_nobody_is_not_tried_again() {
        assertThat(function.call("{}").failedForGood()).isTrue();
    }
}
