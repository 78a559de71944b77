package dev.abacus.bff.catalogue;

import dev.abacus.inventory.api.ProductView;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.trade.api.PricesApi;
import dev.abacus.trade.api.pricing.PriceAnswer;
import dev.abacus.trade.api.pricing.PriceQuestions;
import dev.abacus.trade.api.pricing.PriceView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What a customer pays for a product. */
@Controller
class PriceQueries {

    /** What trade-service takes in one look-up. */
    private static final int AT_ONCE = 200;

    private final PricesApi prices;

    /** A question for a price: whose, of what, how much. */
    record Question(String customer, String sku, Quantity quantity) {}

    PriceQueries(
            PricesApi prices,
            BatchLoaderRegistry loaders,
            @Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) Executor threads) {
        this.prices = prices;
        loaders.forTypePair(Question.class, PriceView.class)
                .withOptions(options -> options.setMaxBatchSize(AT_ONCE))
                .registerMappedBatchLoader((questions, environment) ->
                        Mono.fromFuture(CompletableFuture.supplyAsync(() -> answers(questions), threads)));
    }

    @SchemaMapping(typeName = "Product")
    CompletableFuture<PriceView> price(
            ProductView product,
            @Argument String customer,
            @Argument BigDecimal quantity,
            @Argument String unit,
            DataLoader<Question, PriceView> loader) {
        Unit in = Unit.of(unit == null ? product.saleUnit() : unit);
        return loader.load(new Question(customer, product.sku(), new Quantity(quantity, in)));
    }

    /** One call for each customer that is asked about; on a page that is one. */
    private Map<Question, PriceView> answers(Set<Question> questions) {
        Map<Question, PriceView> answers = new HashMap<>();
        questions.stream()
                .collect(Collectors.groupingBy(Question::customer))
                .forEach((customer, of) -> answers.putAll(answers(customer, of)));
        return answers;
    }

    private Map<Question, PriceView> answers(String customer, List<Question> questions) {
        var items = questions.stream()
                .map(question -> new PriceQuestions.Item(question.sku(), question.quantity()))
                .toList();
        List<PriceAnswer> found = prices.lookup(new PriceQuestions(customer, new ArrayList<>(items)));
        Map<Question, PriceView> answers = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).price() != null) {
                answers.put(questions.get(i), found.get(i).price());
            }
        }
        return answers;
    }
}
