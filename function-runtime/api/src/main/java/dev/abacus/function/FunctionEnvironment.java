package dev.abacus.function;

import dev.abacus.function.platform.Platform;
import java.time.Clock;

/**
 * What an instance knows before it serves its first call.
 *
 * @param function the function's name
 * @param version the version that this instance runs
 * @param platform what it may use; nothing in it is bound to a tenant yet
 */
public record FunctionEnvironment(String function, int version, Clock clock, Platform platform) {}
