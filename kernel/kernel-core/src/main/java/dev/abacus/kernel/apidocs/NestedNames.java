package dev.abacus.kernel.apidocs;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Tells {@code NewReceipt.Line} from {@code NewPurchaseOrder.Line}, which by their simple names would be one schema. */
final class NestedNames extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> outer = type.getDeclaringClass();
        return (outer == null ? "" : nameForClass(outer, options)) + super.nameForClass(type, options);
    }
}
