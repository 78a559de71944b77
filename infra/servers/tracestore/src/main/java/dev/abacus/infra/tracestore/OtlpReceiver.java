package dev.abacus.infra.tracestore;

import com.google.protobuf.InvalidProtocolBufferException;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.encoding.DecodingService;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zipkin2.Span;
import zipkin2.storage.StorageComponent;

/**
 * {@code POST /v1/traces} in protobuf, plain or gzipped, as the OTLP specification describes. Answers 400 to what is no
 * export request, which tells an exporter not to send it again.
 */
@Configuration(proxyBeanMethods = false)
public class OtlpReceiver {

    private static final MediaType PROTOBUF = MediaType.create("application", "x-protobuf");

    /** As a decorator, because Zipkin's own catch-all route is there first and would answer 404 in a service's stead. */
    @Bean
    Consumer<ServerBuilder> otlp(StorageComponent storage) {
        HttpService receive = (context, request) -> HttpResponse.of(
                request.aggregate().thenApplyAsync(whole -> receive(whole, storage), context.blockingTaskExecutor()));
        HttpService unzipped = receive.decorate(DecodingService.newDecorator());
        return server ->
                server.decorator("/v1/traces", (catchAll, context, request) -> unzipped.serve(context, request));
    }

    private static HttpResponse receive(AggregatedHttpRequest request, StorageComponent storage) {
        try {
            List<Span> spans = OtlpSpans.toZipkin(
                    ExportTraceServiceRequest.parseFrom(request.content().array()));
            storage.spanConsumer().accept(spans).execute();
            // an empty message is an ExportTraceServiceResponse that says: all accepted
            return HttpResponse.of(HttpStatus.OK, PROTOBUF, HttpData.empty());
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return HttpResponse.of(HttpStatus.BAD_REQUEST, MediaType.PLAIN_TEXT_UTF_8, e.getMessage());
        } catch (IOException e) {
            return HttpResponse.of(HttpStatus.SERVICE_UNAVAILABLE, MediaType.PLAIN_TEXT_UTF_8, e.getMessage());
        }
    }
}
