package dev.abacus.function.dispatcher.invocation.web;

import dev.abacus.function.dispatcher.invocation.InvocationState;
import dev.abacus.function.dispatcher.invocation.application.RedrivingDeadLetters;
import dev.abacus.function.dispatcher.invocation.application.StoppingInvocations;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.security.PlatformScope;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calls of functions and what became of them, for the platform's operators and programs. */
@RestController
@RequestMapping("/functions/{function}")
@PlatformScope("platform.admin")
@Tag(name = "Invocations", description = "Calls of functions and what became of them.")
class InvocationsController {

    private final HttpCalls calls;
    private final InvocationViews views;
    private final StoppingInvocations stopping;
    private final RedrivingDeadLetters redriving;

    InvocationsController(
            HttpCalls calls, InvocationViews views, StoppingInvocations stopping, RedrivingDeadLetters redriving) {
        this.calls = calls;
        this.views = views;
        this.stopping = stopping;
        this.redriving = redriving;
    }

    @PostMapping("/invocations")
    @Operation(
            operationId = "invokeFunction",
            summary =
                    "Call a function and wait, or with ?async=true have it called: 202 once that is committed. A batch of"
                            + " CloudEvents is asynchronous always")
    ResponseEntity<?> invoke(
            @PathVariable String function,
            HttpServletRequest request,
            @RequestBody(required = false) byte[] body,
            @RequestParam(required = false) String tenant,
            @RequestParam(required = false) String qualifier,
            CallOptions options,
            IdempotencyKey key)
            throws InterruptedException {
        return calls.invoke(new HttpCalls.Asked(function, tenant, qualifier, options, key), request, body);
    }

    @GetMapping("/invocations")
    @Operation(operationId = "listInvocations", summary = "List asynchronous invocations, the latest first")
    Slice<InvocationView> list(
            @PathVariable String function,
            @RequestParam(required = false) InvocationState state,
            @RequestParam(required = false) String tenant,
            PageRequest page) {
        return views.list(function, state, tenant, page);
    }

    @GetMapping("/invocations/{id}")
    @Operation(operationId = "getInvocation", summary = "Get an invocation with its attempts and deliveries")
    InvocationView get(@PathVariable String function, @PathVariable long id) {
        return view(function, id);
    }

    @PostMapping("/invocations/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "cancelInvocation", summary = "Ask an invocation to end")
    InvocationView cancel(@PathVariable String function, @PathVariable long id) {
        view(function, id);
        stopping.stop(id);
        return view(function, id);
    }

    @GetMapping("/invocations/{id}/logs")
    @Operation(operationId = "listInvocationLog", summary = "List what an invocation logged, oldest first")
    Slice<LogLineView> log(@PathVariable String function, @PathVariable String id, PageRequest page) {
        return views.logOf(id, page);
    }

    @GetMapping("/logs")
    @Operation(operationId = "listFunctionLog", summary = "List what all calls of a function logged, oldest first")
    Slice<LogLineView> functionLog(@PathVariable String function, PageRequest page) {
        return views.logOfFunction(function, page);
    }

    @GetMapping("/dead-letters")
    @Operation(operationId = "listDeadLetters", summary = "List what failed for good and has no destination")
    Slice<InvocationView> deadLetters(@PathVariable String function, PageRequest page) {
        return views.deadLetters(function, page);
    }

    @PostMapping("/dead-letters/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "redriveDeadLetter", summary = "Begin a dead letter anew, with all its attempts")
    InvocationView redrive(@PathVariable String function, @PathVariable long id) {
        view(function, id);
        redriving.redrive(id);
        return view(function, id);
    }

    private InvocationView view(String function, long id) {
        return views.find(id)
                .filter(found -> found.function().equals(function))
                .orElseThrow(() -> new DomainException(
                        Kind.NOT_FOUND,
                        "no-such-invocation",
                        "There is no invocation " + id + " of " + function + "."));
    }
}
