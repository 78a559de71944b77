package dev.abacus.kernel.web;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.problem.Problems;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves the handler arguments that every API has: {@link PageRequest}, {@link EntityVersion}, {@link IdempotencyKey}. */
final class HeaderArguments {

    private HeaderArguments() {}

    static List<HandlerMethodArgumentResolver> all() {
        return List.of(
                resolver(PageRequest.class, HeaderArguments::page),
                resolver(EntityVersion.class, HeaderArguments::version),
                resolver(IdempotencyKey.class, HeaderArguments::key));
    }

    private static PageRequest page(NativeWebRequest request) {
        String limit = request.getParameter("limit");
        try {
            return new PageRequest(
                    limit == null ? PageRequest.DEFAULT_LIMIT : Integer.parseInt(limit),
                    request.getParameter("cursor"));
        } catch (NumberFormatException e) {
            throw new InvalidValue("limit", "'limit' is a number");
        }
    }

    private static EntityVersion version(NativeWebRequest request) {
        String tag = request.getHeader(HttpHeaders.IF_MATCH);
        if (tag == null) {
            throw new ErrorResponseException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    Problems.of(
                            HttpStatus.PRECONDITION_REQUIRED,
                            "version-required",
                            "Say which version you saw: send its ETag in If-Match."),
                    null);
        }
        return EntityVersion.parse(tag);
    }

    private static IdempotencyKey key(NativeWebRequest request) throws DomainException {
        String key = request.getHeader(IdempotencyKey.HEADER);
        return key == null ? IdempotencyKey.none() : IdempotencyKey.of(key);
    }

    private interface FromRequest {
        Object resolve(NativeWebRequest request);
    }

    private static HandlerMethodArgumentResolver resolver(Class<?> type, FromRequest from) {
        return new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == type;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    ModelAndViewContainer container,
                    NativeWebRequest request,
                    WebDataBinderFactory binders) {
                return from.resolve(request);
            }
        };
    }
}
