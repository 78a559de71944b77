package dev.abacus.function.dispatcher.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    /** The example of "Standard Webhooks" and of its libraries' tests. */
    @Test
    void the_published_example_is_signed_as_published() {
        String signed = Signature.by("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(signed).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64"})
    void what_is_no_secret_ends_the_start_and_is_not_repeated(String secret) {
        assertThatThrownBy(() -> new WebhookProperties(Map.of("partner", secret), Duration.ofSeconds(1), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("abacus.functions.webhook.secrets.partner: a signing secret ")
                .satisfies(refusal -> assertThat(
                                secret.length() < 8 || !refusal.toString().contains(secret))
                        .isTrue());
    }

    @Test
    void the_configuration_shows_names_of_secrets_only() {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        assertThat(new WebhookProperties(Map.of("partner", secret), Duration.ofSeconds(1), false))
                .asString()
                .contains("partner")
                .doesNotContain(secret);
    }
}
