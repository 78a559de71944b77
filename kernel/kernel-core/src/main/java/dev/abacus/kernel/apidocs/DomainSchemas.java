package dev.abacus.kernel.apidocs;

import com.fasterxml.jackson.databind.JavaType;
import dev.abacus.kernel.domain.Identifier;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.lane.LaneTag;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Iterator;
import java.util.List;

/** The kernel's values as {@code DomainJson} writes them. */
final class DomainSchemas implements ModelConverter {

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = Json.mapper().constructType(type.getType());
        Schema<?> ours = java == null ? null : schema(java.getRawClass());
        if (ours != null) {
            return ours;
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static Schema<?> schema(Class<?> type) {
        if (Identifier.class.isAssignableFrom(type)) {
            return new StringSchema().pattern("^[1-9][0-9]{0,18}$").example("712345678901234567");
        }
        if (type == LaneTag.class) {
            return new StringSchema().example("promotion-2");
        }
        if (type == Unit.class) {
            return new StringSchema().maxLength(16).example("pcs");
        }
        if (type == Money.class) {
            return new ObjectSchema()
                    .addProperty("amount", decimal("12.50"))
                    .addProperty(
                            "currency", new StringSchema().pattern("^[A-Z]{3}$").example("CNY"))
                    .required(List.of("amount", "currency"));
        }
        if (type == Quantity.class) {
            return new ObjectSchema()
                    .addProperty("amount", decimal("3"))
                    .addProperty("unit", new StringSchema().maxLength(16).example("box"))
                    .required(List.of("amount", "unit"));
        }
        return null;
    }

    private static Schema<?> decimal(String example) {
        return new StringSchema().pattern("^-?[0-9]+(\\.[0-9]+)?$").example(example);
    }
}
