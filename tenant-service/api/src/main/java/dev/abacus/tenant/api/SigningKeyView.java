package dev.abacus.tenant.api;

import java.time.Instant;

/**
 * A key that tokens are signed with.
 *
 * @param id the {@code kid} in tokens
 * @param retiresAt when it is forgotten; {@code null} while it signs
 */
public record SigningKeyView(String id, Instant createdAt, Instant retiresAt) {}
