package dev.abacus.tenant.token.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {

    private final Seal seal = new Seal(secret('a'));

    private static String secret(char filled) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(filled).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void opens_what_it_closed() {
        assertThat(seal.open("k1", seal.close("k1", "private"))).isEqualTo("private");
    }

    @Test
    void does_not_show_what_is_inside_nor_that_two_are_alike() {
        byte[] one = seal.close("k1", "private");

        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("private");
        assertThat(one).isNotEqualTo(seal.close("k1", "private"));
    }

    @Test
    void another_secret_does_not_open_it() {
        byte[] closed = seal.close("k1", "private");

        assertThatIllegalStateException().isThrownBy(() -> new Seal(secret('b')).open("k1", closed));
    }

    @Test
    void it_cannot_be_moved_to_another_key_or_changed() {
        byte[] closed = seal.close("k1", "private");
        assertThatIllegalStateException().isThrownBy(() -> seal.open("k2", closed));

        closed[closed.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> seal.open("k1", closed));
    }

    @Test
    void a_secret_of_the_wrong_size_is_refused_with_what_to_do() {
        assertThatIllegalStateException().isThrownBy(() -> new Seal(null)).withMessageContaining("openssl rand");
        assertThatIllegalStateException().isThrownBy(() -> new Seal("c2hvcnQ="));
        assertThatIllegalStateException().isThrownBy(() -> new Seal("not base64!"));
    }
}
