package dev.abacus.tenant.token.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What somebody typed beside username and password, and where from. */
record SignInAttempt(String tenantCode, WebAuthenticationDetails from) {

    static final String TENANT_FIELD = "tenant";

    SignInAttempt(HttpServletRequest request) {
        this(text(request.getParameter(TENANT_FIELD)), new WebAuthenticationDetails(request.getRemoteAddr(), null));
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }
}
