package dev.abacus.tenant.api;

/** A permission point that roles can hold, and the service that checks it. */
public record PermissionView(String code, String service) {}
