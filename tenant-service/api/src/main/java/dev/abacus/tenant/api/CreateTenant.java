package dev.abacus.tenant.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A company that is to use the suite.
 *
 * @param code what its people type when they sign in; unique, never changed
 * @param currency of its books, ISO 4217
 * @param language of its system data: {@code en} or {@code zh}
 * @param timeZone where its days begin, an IANA name such as {@code Asia/Shanghai}
 */
public record CreateTenant(
        @NotNull
                @Pattern(
                        regexp = "[a-z][a-z0-9-]{1,30}[a-z0-9]",
                        message = "is 3 to 32 lower-case letters, digits and '-', beginning with a letter")
                String code,
        @NotBlank @Size(max = 128) String name,
        @NotNull @Valid ChosenPlan plan,
        @NotBlank @Size(min = 3, max = 3) String currency,
        @NotNull @Pattern(regexp = "en|zh", message = "is 'en' or 'zh'") String language,
        @NotBlank @Size(max = 64) String timeZone,
        @NotNull @Valid Administrator administrator) {

    /** The first user of the company, who may do everything in it. */
    public record Administrator(
            @NotNull @Pattern(regexp = UserNames.FORM, message = UserNames.MESSAGE) String username,
            @NotBlank @Size(max = 128) String name,
            @Email @Size(max = 254) String email,
            @NotNull Password password) {}
}
