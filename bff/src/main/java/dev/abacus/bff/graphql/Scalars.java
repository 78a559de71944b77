package dev.abacus.bff.graphql;

import dev.abacus.kernel.domain.PlainDecimal;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;

/** The schema's own scalars. All are strings on the wire. */
final class Scalars {

    /** A longer text is an attack on the parser rather than an amount. */
    private static final int LONGEST = 40;

    static final GraphQLScalarType DECIMAL = scalar(
            "Decimal", text -> PlainDecimal.parse("Decimal", text), value -> ((BigDecimal) value).toPlainString());
    static final GraphQLScalarType DATE = scalar("Date", LocalDate::parse, Object::toString);
    static final GraphQLScalarType DATE_TIME = scalar("DateTime", Instant::parse, Object::toString);

    private Scalars() {}

    private static GraphQLScalarType scalar(
            String name, Function<String, Object> read, Function<Object, String> write) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Coercing<Object, String>() {
                    @Override
                    public String serialize(Object value, GraphQLContext context, Locale locale) {
                        return write.apply(value);
                    }

                    @Override
                    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
                        try {
                            return parse(input);
                        } catch (RuntimeException e) {
                            throw new CoercingParseValueException("not a " + name, e);
                        }
                    }

                    @Override
                    public Object parseLiteral(
                            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
                        try {
                            return parse(input instanceof StringValue text ? text.getValue() : input);
                        } catch (RuntimeException e) {
                            throw new CoercingParseLiteralException("not a " + name, e);
                        }
                    }

                    private Object parse(Object input) {
                        if (input instanceof String text && text.length() <= LONGEST) {
                            return read.apply(text);
                        }
                        throw new IllegalArgumentException("not a short string");
                    }
                })
                .build();
    }
}
