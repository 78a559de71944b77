package dev.abacus.bff.graphql;

import dev.abacus.kernel.domain.Quantity;
import java.math.BigDecimal;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** A quantity is told without the zeros that it is kept with; money with all of its currency's decimals. */
@Controller
class Amounts {

    @SchemaMapping(typeName = "Quantity")
    BigDecimal amount(Quantity quantity) {
        BigDecimal plain = quantity.amount().stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
