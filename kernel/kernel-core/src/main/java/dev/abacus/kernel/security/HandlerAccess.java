package dev.abacus.kernel.security;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a caller reach a handler only with what the handler says it takes. A handler of ours that says nothing is closed
 * to everybody: a forgotten mark is a refusal, never an opening.
 */
final class HandlerAccess implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(HandlerAccess.class);
    private static final String OURS = "dev.abacus.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            check(method);
        }
        return true;
    }

    private static void check(HandlerMethod method) {
        if (find(method, Public.class) != null) {
            return;
        }
        Caller caller = Caller.current();
        PermissionPoint point = find(method, PermissionPoint.class);
        PlatformScope scope = find(method, PlatformScope.class);
        boolean let = point != null && !caller.isPlatform() && caller.may(point.value())
                || scope != null && caller.isPlatform() && caller.may(scope.value())
                || find(method, SignedIn.class) != null && !caller.isPlatform();
        if (!let) {
            String needed = point != null ? point.value() : scope != null ? scope.value() : "signed-in";
            log.warn("{} ({}) may not {} [{}]", caller.name(), caller.userId(), needed, method.getShortLogMessage());
            throw new DomainException(
                    Kind.FORBIDDEN, "forbidden", "This takes the permission " + needed + ".", Map.of("needs", needed));
        }
    }

    private static <A extends Annotation> A find(HandlerMethod method, Class<A> type) {
        A onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
        return onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }
}
