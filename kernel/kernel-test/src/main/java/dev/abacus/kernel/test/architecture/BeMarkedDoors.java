package dev.abacus.kernel.test.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.security.Public;
import dev.abacus.kernel.security.SignedIn;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.service.annotation.HttpExchange;

/** Wants exactly one mark of who may call it on each handler of a controller, or on the controller. */
final class BeMarkedDoors extends ArchCondition<JavaMethod> {

    private static final List<Class<? extends Annotation>> MARKS =
            List.of(PermissionPoint.class, PlatformScope.class, SignedIn.class, Public.class);

    BeMarkedDoors() {
        super("say who may call them");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (!isHandler(method)) {
            return;
        }
        long marks = count(MARKS.stream().filter(method::isAnnotatedWith));
        if (marks == 0) {
            marks = count(MARKS.stream().filter(method.getOwner()::isAnnotatedWith));
        }
        if (marks != 1) {
            events.add(SimpleConditionEvent.violated(
                    method, method.getFullName() + " has " + marks + " marks of who may call it"));
        }
    }

    /** A mapping stands on the method itself or on the HTTP interface that the controller implements. */
    private static boolean isHandler(JavaMethod method) {
        return isMapped(method)
                || method.getOwner().getAllRawInterfaces().stream()
                        .flatMap(api -> api.getMethods().stream())
                        .anyMatch(declared -> declared.getName().equals(method.getName())
                                && declared.getRawParameterTypes().size()
                                        == method.getRawParameterTypes().size()
                                && isMapped(declared));
    }

    private static boolean isMapped(JavaMethod method) {
        return method.isMetaAnnotatedWith(RequestMapping.class) || method.isMetaAnnotatedWith(HttpExchange.class);
    }

    private static long count(Stream<?> marks) {
        return marks.count();
    }
}
