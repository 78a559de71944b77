package dev.abacus.function.dispatcher.invocation.web;

import java.time.Instant;

/** A line that a function wrote. */
public record LogLineView(String id, String invocation, Instant at, String level, String text) {}
