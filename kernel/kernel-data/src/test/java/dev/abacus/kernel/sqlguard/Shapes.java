package dev.abacus.kernel.sqlguard;

import java.util.List;
import java.util.stream.Stream;

/** The statement shapes that were tried on the guard, over the tables of {@link TwoTenants}. */
final class Shapes {

    private Shapes() {}

    static Stream<Shape> all() {
        return Stream.of(
                        ConditionShapes.ALL,
                        JoinShapes.ALL,
                        SubqueryShapes.ALL,
                        InsertShapes.ALL,
                        ChangeShapes.ALL,
                        OtherShapes.ALL,
                        NameShapes.ALL,
                        TextShapes.ALL)
                .flatMap(List::stream);
    }
}
