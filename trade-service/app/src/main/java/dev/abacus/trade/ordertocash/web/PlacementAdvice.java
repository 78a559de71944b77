package dev.abacus.trade.ordertocash.web;

import dev.abacus.kernel.problem.Problems;
import dev.abacus.trade.ordertocash.application.PlacementInProgress;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A conflict that goes away by waiting, unlike the others: it says how long. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlacementAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> inProgress(PlacementInProgress e) {
        return ResponseEntity.status(Problems.status(e.kind()))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.of(e));
    }
}
