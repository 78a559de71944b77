package dev.abacus.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class SessionIdTest {

    @Test
    void a_cookie_that_was_given_out_is_known_again() {
        SessionId id = SessionId.random();

        assertThat(SessionId.of(with(new Cookie("other", "x"), new Cookie("abacus", id.value())), "abacus"))
                .contains(id);
        assertThat(SessionId.of(with(new Cookie("abacus", id.value())), "__Host-abacus"))
                .as("a cookie without the prefix, where TLS is")
                .isEmpty();
        assertThat(SessionId.of(with((Cookie[]) null), "abacus")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "../../quota:tenant:1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void anything_else_is_no_session(String value) {
        assertThat(SessionId.of(with(new Cookie("abacus", value)), "abacus")).isEmpty();
    }

    @Test
    void neither_the_store_nor_a_log_line_holds_what_the_browser_has() {
        SessionId id = SessionId.random();

        assertThat(id.key()).matches("session:[0-9a-f]{64}").doesNotContain(id.value());
        assertThat(id).hasToString("***");
        assertThat(SessionId.random()).isNotEqualTo(id);
    }

    @Test
    void whose_session_it_is_reads_back_and_nonsense_is_nobodys() {
        var caller = new SessionCaller(new TenantId(7), new UserId(8));

        assertThat(SessionCaller.parse(caller.toString())).contains(caller);
        assertThat(SessionCaller.parse(null)).isEmpty();
        assertThat(SessionCaller.parse("7")).isEmpty();
        assertThatThrownBy(() -> SessionCaller.parse("7/-1")).isInstanceOf(InvalidValue.class);
    }

    private static HttpServletRequest with(Cookie... cookies) {
        HttpServletRequest request = Mockito.mock(HttpServletRequest.class);
        Mockito.when(request.getCookies()).thenReturn(cookies);
        return request;
    }
}
