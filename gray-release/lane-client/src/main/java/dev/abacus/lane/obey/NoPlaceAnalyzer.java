package dev.abacus.lane.obey;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a developer in two lines why his instance did not start, instead of in fifty of stack trace. */
final class NoPlaceAnalyzer extends AbstractFailureAnalyzer<Admission.NoPlace> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, Admission.NoPlace cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Ask whoever has it, or take a lane of your own: ./abacus dev SERVICE --lane ANOTHER-NAME",
                cause);
    }
}
