package dev.abacus.infra.tracestore;

import zipkin.server.ZipkinServer;

/** Starts Zipkin with our receiver as one of its modules. */
public final class TraceStore {

    private TraceStore() {}

    public static void main(String[] arguments) {
        System.setProperty("zipkin.internal.module.otlp", OtlpReceiver.class.getName());
        ZipkinServer.main(arguments);
    }
}
