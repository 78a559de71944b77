package dev.abacus.bff.graphql;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLTypeUtil;

/**
 * What an operation would cost, reckoned before any of it is done: each field 1, each field at the root 10 because it
 * calls a service; what is inside of a list counts for as many items as were asked for. Aliases and fragments are counted
 * as often as they are used (A7).
 */
final class OperationCost {

    private static final int ROOT_FIELD = 10;
    /** For lists that nobody says the length of: the lines of an order, the warehouses of a product. */
    private static final int ITEMS = 5;
    /** Far above any limit, and far enough below overflow for thousands of such fields to be added up. */
    private static final int MOST = 100_000;

    private OperationCost() {}

    static int of(ExecutionContext operation) {
        return QueryComplexityCalculator.newCalculator()
                .fieldComplexityCalculator(OperationCost::of)
                .schema(operation.getGraphQLSchema())
                .document(operation.getDocument())
                .operationName(operation.getExecutionInput().getOperationName())
                .variables(operation.getCoercedVariables())
                .build()
                .calculate();
    }

    private static int of(FieldComplexityEnvironment field, int inside) {
        long own = field.getParentEnvironment() == null ? ROOT_FIELD : 1;
        return (int) Math.min(MOST, own + (long) inside * times(field));
    }

    private static long times(FieldComplexityEnvironment field) {
        if (field.getArguments().get("first") instanceof Integer first) {
            return Math.max(1, first);
        }
        boolean list = GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinition().getType()) instanceof GraphQLList;
        boolean sized = field.getParentType().getName().endsWith("Slice");
        return list && !sized ? ITEMS : 1;
    }
}
