package dev.abacus.bench.harness;

import dev.abacus.seed.client.Bearer;
import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.Place;
import dev.abacus.seed.client.PlatformClient;
import dev.abacus.seed.company.Companies;
import dev.abacus.seed.company.Company;
import dev.abacus.seed.company.Partner.Customer;
import dev.abacus.seed.story.Crew;
import dev.abacus.seed.story.Journal;
import dev.abacus.seed.story.Onboarding;
import java.util.List;
import java.util.stream.IntStream;

/** A company that nobody has traded with yet, so that a measurement begins with empty books. */
public final class NewCompany {

    private static final int CUSTOMERS = 32;
    private static final String ENDLESS_CREDIT = "900000000.00";

    private NewCompany() {}

    /** Onboards it through the suite's public doors: the seed's company, with many customers who may owe anything. */
    public static Crew onboard(Stack stack, Journal journal) {
        Gateway gateway = new Gateway(Place.withPortsMovedBy(stack.portOffset()).gateway());
        Bearer operator = PlatformClient.of(gateway, "platform-admin", "dev-platform-admin", "platform.admin");
        return new Onboarding(gateway, operator, journal).onboard(company("bench-" + System.currentTimeMillis()));
    }

    private static Company company(String code) {
        Company pattern = Companies.minghuFoods();
        List<Customer> customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> new Customer("C" + i, "Customer " + i, ENDLESS_CREDIT, "c" + i + "@bench.example"))
                .toList();
        return new Company(
                code,
                code,
                pattern.currency(),
                pattern.language(),
                pattern.timeZone(),
                pattern.seed(),
                pattern.administrator(),
                pattern.buyer(),
                pattern.keeper(),
                pattern.seller(),
                pattern.suppliers(),
                customers,
                pattern.articles());
    }
}
