package dev.abacus.kernel.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.anything;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withStatus;

import dev.abacus.kernel.domain.DomainException.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

class ProblemReaderTest {

    @Test
    void a_neighbours_reason_and_its_facts_come_through_and_its_request_id_does_not() {
        ServiceProblem problem = answer(
                409,
                """
                {"type":"https://abacus.dev/problems/insufficient-stock","title":"Insufficient stock","status":409,
                 "detail":"Only 3 left","requestId":"12345678","lines":[{"sku":"A","available":"3"}],"hint":null}""");

        assertThat(problem.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(problem.code()).isEqualTo("insufficient-stock");
        assertThat(problem).hasMessage("Only 3 left");
        assertThat(problem.properties().keySet()).isEqualTo(Map.of("lines", "").keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"no\"",
                "<html>Bad gateway</html>",
                "{\"type\":\"about:blank\"}",
                "{\"type\":7}"
            })
    void an_answer_that_is_no_problem_of_ours_is_an_error_of_the_service(String body) {
        ServiceProblem problem = answer(502, body);

        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(problem.code()).isEqualTo("service-error");
        assertThat(problem).hasMessage("A service answered 502.");
        assertThat(problem.properties()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID", "401, FORBIDDEN", "403, FORBIDDEN", "404, NOT_FOUND", "409, CONFLICT", "412, STALE",
        "413, INVALID", "415, INVALID", "422, REFUSED", "428, INVALID", "429, THROTTLED", "500, UNAVAILABLE",
        "503, UNAVAILABLE"
    })
    void a_status_means_to_our_caller_what_it_means_to_us(int status, Kind kind) {
        assertThat(answer(status, "{}").kind()).isEqualTo(kind);
    }

    private static ServiceProblem answer(int status, String body) {
        RestClient.Builder clients = RestClient.builder();
        MockRestServiceServer.bindTo(clients)
                .build()
                .expect(anything())
                .andRespond(withStatus(HttpStatus.valueOf(status))
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(body));
        RestClient client = clients.defaultStatusHandler(
                        HttpStatusCode::isError,
                        (request, response) -> new ProblemReader(new JsonMapper()).handle(request, response))
                .build();
        return catchThrowableOfType(
                ServiceProblem.class,
                () -> client.get().uri("http://neighbour/thing").retrieve().toBodilessEntity());
    }
}
