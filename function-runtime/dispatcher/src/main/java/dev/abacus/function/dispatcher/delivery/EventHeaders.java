package dev.abacus.function.dispatcher.delivery;

import io.cloudevents.CloudEvent;
import java.util.Map;
import java.util.TreeMap;

/** An event beside its data, as the binary mode of every CloudEvents binding has it: attributes and extensions as texts. */
public final class EventHeaders {

    private EventHeaders() {}

    /** @param prefix what the binding puts before each name */
    public static Map<String, String> of(CloudEvent event, String prefix) {
        Map<String, String> headers = new TreeMap<>();
        event.getAttributeNames().stream()
                .filter(name -> !name.equals("datacontenttype"))
                .forEach(name ->
                        headers.put(prefix + name, event.getAttribute(name).toString()));
        event.getExtensionNames()
                .forEach(name ->
                        headers.put(prefix + name, event.getExtension(name).toString()));
        return headers;
    }

    public static byte[] data(CloudEvent event) {
        return event.getData() == null ? new byte[0] : event.getData().toBytes();
    }
}
