package dev.abacus.kernel.importing;

import dev.abacus.kernel.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** An upload has more bytes than this installation takes: 413. */
public final class FileTooLarge extends ErrorResponseException {

    FileTooLarge(long limit) {
        super(
                HttpStatus.CONTENT_TOO_LARGE,
                Problems.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "file-too-large",
                        "A file to import has at most " + limit + " bytes. Split it."),
                null);
    }
}
