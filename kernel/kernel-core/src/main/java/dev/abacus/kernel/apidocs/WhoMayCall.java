package dev.abacus.kernel.apidocs;

import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.security.Public;
import io.swagger.v3.oas.models.Operation;
import java.lang.annotation.Annotation;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Says at each operation which permission or scope it takes. */
final class WhoMayCall implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        PermissionPoint point = find(handler, PermissionPoint.class);
        PlatformScope scope = find(handler, PlatformScope.class);
        if (find(handler, Public.class) != null) {
            operation.setSecurity(List.of());
        } else if (point != null) {
            say(operation, "Takes the permission `" + point.value() + "`.");
        } else if (scope != null) {
            say(operation, "Takes a platform client's token with the scope `" + scope.value() + "`.");
        } else {
            say(operation, "For every user who is signed in.");
        }
        return operation;
    }

    private static void say(Operation operation, String sentence) {
        String before = operation.getDescription();
        operation.setDescription(before == null ? sentence : before + "\n\n" + sentence);
    }

    private static <A extends Annotation> A find(HandlerMethod handler, Class<A> type) {
        A onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), type);
        return onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), type);
    }
}
