package dev.abacus.trade.importing.application;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.abacus.kernel.domain.InvalidValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A CSV file whose headers are replaced by the columns that they mean, while it streams in. What is kept of it is then
 * readable without the mapping, on any instance and however often it is resumed; and the same file with another mapping
 * is another file.
 */
public final class MappedFile {

    private static final int LONGEST_HEADER_LINE = 64 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private MappedFile() {}

    /** @throws InvalidValue when the file's first line does not go with the mapping */
    public static InputStream of(InputStream file, ColumnMapping mapping) throws IOException {
        if (mapping.isEmpty()) {
            return file;
        }
        var rest = new PushbackInputStream(file);
        byte[] header = mapping.renamed(cells(headerLine(rest))).stream()
                .map(MappedFile::quoted)
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(new ByteArrayInputStream(header), rest);
    }

    /** Up to the first line break that is not inside quotes; the break itself stays. */
    private static String headerLine(PushbackInputStream file) throws IOException {
        var line = new ByteArrayOutputStream();
        boolean quoted = false;
        for (int read = file.read(); read >= 0; read = file.read()) {
            quoted ^= read == '"';
            if (!quoted && (read == '\n' || read == '\r')) {
                file.unread(read);
                break;
            }
            if (line.size() == LONGEST_HEADER_LINE) {
                throw new InvalidValue("column", "the file's first line is too long to be a header");
            }
            line.write(read);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static List<String> cells(String line) {
        try {
            return CsvReader.builder().ofCsvRecord(line).stream()
                    .findFirst()
                    .map(CsvRecord::getFields)
                    .orElse(List.of());
        } catch (CsvParseException e) {
            throw new InvalidValue("column", "the file's first line is not CSV");
        }
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
