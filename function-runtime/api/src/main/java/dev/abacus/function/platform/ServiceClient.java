package dev.abacus.function.platform;

import java.io.IOException;

/** Calls one service by HTTP with the rights of the call's tenant, on its lane, in its trace. */
public interface ServiceClient {

    /**
     * @param path with its query, beginning with a slash
     * @param body JSON; null for none
     * @throws IOException when nobody answered; an answer of any status is an answer
     */
    Answer send(String method, String path, String body) throws IOException, InterruptedException;

    default Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    default Answer post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    record Answer(int status, String body) {

        public boolean ok() {
            return status / 100 == 2;
        }
    }
}
