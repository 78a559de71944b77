package dev.abacus.function.dispatcher.platform;

import dev.abacus.function.dispatcher.invocation.application.InvocationSpans;
import dev.abacus.function.dispatcher.invocation.application.PlatformDesk.Asker;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.dispatcher.registry.ServiceUse;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import dev.abacus.kernel.telemetry.RequestId;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.cloud.client.loadbalancer.DeferringLoadBalancerInterceptor;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Calls of services that functions ask for: what function.yaml lists and nothing else, for the tenant of the call and no other, on its
 * lane, in its trace. The function names a service, a method, a path and a body; who it is, this runtime knows.
 */
@Component
class ServiceCalls {

    private static final int LARGEST = 4 * 1024 * 1024;

    /**
     * A path that means what it looks like: no segment that is empty or climbs, no parameters in segments, nothing encoded that a
     * service might take for a slash, a dot or a percent sign.
     */
    private static final Pattern PLAIN_PATH = Pattern.compile(
            "(/(?!\\.{1,2}(/|$))([A-Za-z0-9._~!$'()*+,=:@-]|%(?!2[FfEe5]|5[Cc]|3[Bb]|00)[0-9A-Fa-f]{2})+)+");

    private static final Pattern QUERY = Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

    private final ActingTokens tokens;
    private final RestClient http;

    ServiceCalls(ActingTokens tokens, RestClient.Builder clients, DeferringLoadBalancerInterceptor balancer) {
        this.tokens = tokens;
        this.http = clients.clone().requestInterceptor(balancer).build();
    }

    Reply call(Asker asker, FunctionDefinition definition, Question question) {
        String service = question.arguments().get(0);
        String method = question.arguments().get(1);
        String target = question.arguments().get(2);
        if (asker.tenant() == null) {
            return Reply.refused("this call has no tenant, for whom a service could be asked");
        }
        Optional<ServiceUse> use = allowed(definition, service, method, target);
        if (use.isEmpty()) {
            return Reply.refused("function.yaml of " + asker.function() + " lists no call " + method + " " + target
                    + " of " + service);
        }
        try (Scope scope = context(asker).makeCurrent()) {
            return send(asker, use.get(), HttpMethod.valueOf(method), target, question.body());
        } catch (ResourceAccessException | IllegalStateException e) {
            return Reply.of("0").with(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Optional<ServiceUse> allowed(
            FunctionDefinition definition, String service, String method, String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        if (!PLAIN_PATH.matcher(path).matches() || !QUERY.matcher(query).matches()) {
            return Optional.empty();
        }
        return definition.services().stream()
                .filter(use -> use.service().equals(service) && use.allows(method, path))
                .findFirst();
    }

    private static Context context(Asker asker) {
        LaneTag lane = asker.lane() == null ? null : LaneTag.parse(asker.lane());
        return LaneContext.with(InvocationSpans.within(asker.traceparent()), lane);
    }

    private Reply send(Asker asker, ServiceUse use, HttpMethod method, String target, byte[] body) {
        var request = http.method(method)
                .uri(URI.create("http://" + use.service() + target))
                .header(RequestId.HEADER, "invocation-" + asker.invocation())
                .headers(headers ->
                        headers.setBearerAuth(tokens.token(asker.tenant(), asker.function(), use.granted(target))));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchange((sent, answer) -> {
            byte[] read = answer.getBody().readNBytes(LARGEST + 1);
            return read.length > LARGEST
                    ? Reply.refused(use.service() + " answers with more than " + LARGEST + " bytes")
                    : Reply.of(String.valueOf(answer.getStatusCode().value())).with(read);
        });
    }
}
