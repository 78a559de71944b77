package dev.abacus.infra.launcher;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which tests of one Surefire report failed, and what each said first. */
final class FailedTests {

    private static final int MOST = 300;

    private FailedTests() {}

    /** Each as {@code package.Class.test: the first words of its failure}; what can be read, of a report cut short. */
    static List<String> in(String report) {
        List<String> failed = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(report));
            String test = "";
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "testcase" ->
                        test = reader.getAttributeValue(null, "classname") + "."
                                + reader.getAttributeValue(null, "name");
                    case "failure", "error" -> failed.add(test + ": " + firstWords(reader));
                    default -> {
                        // properties, output
                    }
                }
            }
        } catch (XMLStreamException e) {
            failed.add("a report that cannot be read: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
        return failed;
    }

    private static String firstWords(XMLStreamReader failure) {
        String message = failure.getAttributeValue(null, "message");
        String words = message == null || message.isBlank() ? failure.getAttributeValue(null, "type") : message;
        String line = String.valueOf(words).strip().replaceAll("\\s+", " ");
        return line.length() > MOST ? line.substring(0, MOST) + " …" : line;
    }
}
