package dev.abacus.bench.programs.hop;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** The service that is called. */
interface Echo {

    @GetExchange("/echo/{number}")
    String echo(@PathVariable int number);
}
