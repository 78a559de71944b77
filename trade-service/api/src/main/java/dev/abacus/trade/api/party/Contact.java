package dev.abacus.trade.api.party;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;

/** Whom to ask for; each part may be missing. */
public record Contact(
        @Size(max = 100) String person, @Size(max = 40) String phone, @Email @Size(max = 200) String email) {}
