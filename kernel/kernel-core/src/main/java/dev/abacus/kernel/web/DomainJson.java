package dev.abacus.kernel.web;

import dev.abacus.kernel.domain.Identifier;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.PlainDecimal;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.util.Currency;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;

/**
 * The kernel's values as JSON: an id is a string of digits; money is {@code {"amount":"12.50","currency":"CNY"}} and a
 * quantity {@code {"amount":"3","unit":"box"}}. Amounts are strings, because a JavaScript number is not exact, and a
 * number is accepted too.
 */
public final class DomainJson extends SimpleModule {

    public DomainJson() {
        super("abacus-domain");
        addSerializer(Identifier.class, new IdWriter());
        addSerializer(Unit.class, new UnitWriter());
        addSerializer(Money.class, new MoneyWriter());
        addSerializer(Quantity.class, new QuantityWriter());
        var readers = new Readers();
        readers.addDeserializer(BigDecimal.class, new DecimalReader());
        readers.addDeserializer(Unit.class, new UnitReader());
        readers.addDeserializer(Money.class, new MoneyReader());
        readers.addDeserializer(Quantity.class, new QuantityReader());
        setDeserializers(readers);
    }

    private static final class IdWriter extends ValueSerializer<Identifier> {
        @Override
        public void serialize(Identifier id, JsonGenerator out, SerializationContext context) {
            out.writeString(Long.toString(id.value()));
        }
    }

    private static final class UnitWriter extends ValueSerializer<Unit> {
        @Override
        public void serialize(Unit unit, JsonGenerator out, SerializationContext context) {
            out.writeString(unit.code());
        }
    }

    private static final class MoneyWriter extends ValueSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeStringProperty("amount", money.amount().toPlainString());
            out.writeStringProperty("currency", money.currency().getCurrencyCode());
            out.writeEndObject();
        }
    }

    private static final class QuantityWriter extends ValueSerializer<Quantity> {
        @Override
        public void serialize(Quantity quantity, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            out.writeStringProperty(
                    "amount", quantity.amount().stripTrailingZeros().toPlainString());
            out.writeStringProperty("unit", quantity.unit().code());
            out.writeEndObject();
        }
    }

    /** Finds the reader of any typed id by its record's constructor. */
    private static final class Readers extends SimpleDeserializers {
        @Override
        public ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            if (Identifier.class.isAssignableFrom(type.getRawClass())
                    && type.getRawClass().isRecord()) {
                return new IdReader(type.getRawClass());
            }
            return super.findBeanDeserializer(type, config, description);
        }
    }

    private static final class IdReader extends ValueDeserializer<Object> {

        private final MethodHandle valueOf;

        IdReader(Class<?> type) {
            try {
                valueOf = MethodHandles.publicLookup()
                        .findStatic(type, "valueOf", MethodType.methodType(type, String.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " needs a public static valueOf(String)", e);
            }
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getValueAsString();
            try {
                return valueOf.invoke(text == null ? "" : text);
            } catch (RuntimeException e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class DecimalReader extends ValueDeserializer<BigDecimal> {
        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context) {
            String field = in.currentName() == null ? "number" : in.currentName();
            return in.currentToken().isNumeric()
                    ? PlainDecimal.check(field, in.getDecimalValue())
                    : PlainDecimal.parse(field, in.getValueAsString());
        }
    }

    private static final class UnitReader extends ValueDeserializer<Unit> {
        @Override
        public Unit deserialize(JsonParser in, DeserializationContext context) {
            return Unit.of(in.getValueAsString());
        }
    }

    private static final class MoneyReader extends ValueDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) {
            JsonNode node = context.readTree(in);
            return new Money(decimal(node, "amount"), currency(text(node, "currency")));
        }
    }

    private static final class QuantityReader extends ValueDeserializer<Quantity> {
        @Override
        public Quantity deserialize(JsonParser in, DeserializationContext context) {
            JsonNode node = context.readTree(in);
            return new Quantity(decimal(node, "amount"), Unit.of(text(node, "unit")));
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("currency", "'" + code + "' is not a currency of ISO 4217");
        }
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isNumber()
                ? PlainDecimal.check(field, value.decimalValue())
                : PlainDecimal.parse(field, text(node, field));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString()) {
            throw new InvalidValue(field, "'" + field + "' is missing");
        }
        return value.stringValue();
    }
}
