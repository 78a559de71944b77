package dev.abacus.kernel.importing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads the rows of a CSV file one by one: UTF-8 (a byte order mark is allowed), comma, quotes as in RFC 4180, a header
 * in the first line. Holds one row at a time; a field or row of more than a million characters is refused.
 */
public final class RowReader implements Iterator<Row>, AutoCloseable {

    private static final int LONGEST_ROW = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> positions;

    /** @throws UnreadableFile when there is no header or it lacks a required column */
    public RowReader(InputStream file, List<Column> columns) {
        // A decoder that reports: the usual reader would turn broken bytes into question marks and import those.
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(new BufferedReader(new InputStreamReader(file, utf8)))
                .iterator();
        positions = positions(columns);
    }

    @Override
    public boolean hasNext() {
        return reading(records::hasNext);
    }

    /** @throws UnreadableFile when the file cannot be read any further */
    @Override
    public Row next() {
        CsvRecord record = reading(records::next);
        return new Row(record.getStartingLineNumber(), positions, record.getFields());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private Map<String, Integer> positions(List<Column> columns) {
        if (!hasNext()) {
            throw new UnreadableFile("the file is empty");
        }
        List<String> header = reading(records::next).getFields();
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = withoutMark(header.get(i), i);
            for (Column column : columns) {
                if (column.isHeadedBy(name) && found.putIfAbsent(column.name(), i) != null) {
                    throw new UnreadableFile("two columns of the header mean " + column.name());
                }
            }
        }
        for (Column column : columns) {
            if (column.required() && !found.containsKey(column.name())) {
                throw new UnreadableFile("the header has no column " + column.name());
            }
        }
        return Map.copyOf(found);
    }

    private static String withoutMark(String name, int position) {
        return position == 0 && !name.isEmpty() && name.charAt(0) == BYTE_ORDER_MARK ? name.substring(1) : name;
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (CsvParseException e) {
            throw new UnreadableFile("the file is not CSV: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new UnreadableFile("the file is not UTF-8", e);
            }
            throw e;
        }
    }
}
