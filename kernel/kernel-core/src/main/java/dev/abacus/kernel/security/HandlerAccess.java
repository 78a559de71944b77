package dev.abacus.kernel.security;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** What handlers say does not change, and finding it takes longer than deciding by it. */
    private final Map<Door, Marks> marks = new ConcurrentHashMap<>();

    private record Door(Class<?> type, Method method) {}

    private record Marks(boolean open, PermissionPoint point, PlatformScope scope, boolean signedIn) {

        static Marks of(Door door) {
            return new Marks(
                    find(door, Public.class) != null,
                    find(door, PermissionPoint.class),
                    find(door, PlatformScope.class),
                    find(door, SignedIn.class) != null);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            check(method, marks.computeIfAbsent(new Door(method.getBeanType(), method.getMethod()), Marks::of));
        }
        return true;
    }

    private static void check(HandlerMethod method, Marks marks) {
        if (marks.open()) {
            return;
        }
        Caller caller = Caller.current();
        PermissionPoint point = marks.point();
        PlatformScope scope = marks.scope();
        boolean let = point != null && !caller.isPlatform() && caller.may(point.value())
                || scope != null && caller.isPlatform() && caller.may(scope.value())
                || marks.signedIn() && !caller.isPlatform();
        if (!let) {
            String needed = point != null ? point.value() : scope != null ? scope.value() : "signed-in";
            log.warn("{} ({}) may not {} [{}]", caller.name(), caller.userId(), needed, method.getShortLogMessage());
            throw new DomainException(
                    Kind.FORBIDDEN, "forbidden", "This takes the permission " + needed + ".", Map.of("needs", needed));
        }
    }

    private static <A extends Annotation> A find(Door door, Class<A> type) {
        A onMethod = AnnotatedElementUtils.findMergedAnnotation(door.method(), type);
        return onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(door.type(), type);
    }
}
