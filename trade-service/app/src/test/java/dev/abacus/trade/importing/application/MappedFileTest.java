package dev.abacus.trade.importing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.importing.Column;
import dev.abacus.kernel.importing.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedFileTest {

    private static final List<Column> COLUMNS = List.of(
            Column.required("date", "week", "day"), Column.required("sku"), Column.required("quantity", "value"));

    private static InputStream file(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String mapped(String csv, String... stated) throws IOException {
        ColumnMapping mapping = ColumnMapping.of(List.of(stated), COLUMNS);
        return new String(MappedFile.of(file(csv), mapping).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assertRefused(String csv, String... stated) {
        assertThatThrownBy(() -> mapped(csv, stated))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.properties()).containsEntry("field", "column"));
    }

    @Test
    void headers_become_the_columns_that_they_mean_and_the_rest_is_left_alone() throws IOException {
        assertThat(mapped("Sold on,sku,Units sold\n2024-01-01,PEN,3\n", "date:sold on", "quantity:Units sold"))
                .isEqualTo("\"date\",\"sku\",\"quantity\"\n2024-01-01,PEN,3\n");
    }

    @Test
    void without_a_mapping_the_file_is_the_file() throws IOException {
        InputStream file = file("date,sku,quantity\n");
        assertThat(MappedFile.of(file, ColumnMapping.of(List.of(), COLUMNS))).isSameAs(file);
    }

    @Test
    void a_header_that_used_to_mean_a_mapped_column_means_it_no_more() throws IOException {
        assertThat(mapped("day,week,sku,value\n", "date:week")).startsWith("\"\",\"date\",\"sku\",\"value\"");
        assertThat(mapped("date,sku,quantity\n", "quantity:date", "date:quantity"))
                .startsWith("\"quantity\",\"sku\",\"date\"");
    }

    @Test
    void headers_may_have_quotes_commas_colons_and_letters_of_any_language() throws IOException {
        assertThat(mapped(
                        "\uFEFF\"销量, 件\",\"a \"\"b\"\"\",sku,on: day\r\n1,2,PEN,x\r\n",
                        "quantity:销量, 件",
                        "date:on: day"))
                .isEqualTo("\"quantity\",\"a \"\"b\"\"\",\"sku\",\"date\"\r\n1,2,PEN,x\r\n");
    }

    @Test
    void a_file_of_a_header_alone_stays_one() throws IOException {
        assertThat(mapped("a,sku,b", "date:a", "quantity:b")).isEqualTo("\"date\",\"sku\",\"quantity\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date",
                "date:",
                ":Sold on",
                "colour:Sold on",
                "week:Sold on",
                "Date:Sold on",
                "date:two\nlines",
                "date:not there",
                "date:twice"
            })
    void a_mapping_that_says_nothing_of_this_file_is_refused(String stated) {
        assertRefused("Sold on,sku,quantity,twice,twice\n", stated);
    }

    @Test
    void a_column_or_a_header_that_is_mapped_twice_is_refused() {
        assertRefused("a,b\n", "date:a", "date:b");
        assertRefused("a,b\n", "date:a", "quantity:A ");
        assertRefused("a\n", "date:" + "a".repeat(201));
    }

    @Test
    void a_first_line_that_never_ends_or_is_no_csv_is_refused() {
        assertRefused("x".repeat(70_000), "date:x");
        assertRefused("\"" + "x\n".repeat(40_000), "date:x");
        assertRefused("", "date:x");
    }

    @Property(tries = 200)
    void whatever_a_header_is_called_its_column_is_read_from_below_it(
            @ForAll @AlphaChars @Chars({'"', ',', ' ', '\'', ';', '件', ':'}) @StringLength(min = 1, max = 20)
                    String header)
            throws IOException {
        if (header.isBlank()
                || COLUMNS.stream().anyMatch(column -> column.name().equalsIgnoreCase(header.strip()))) {
            return;
        }
        String csv = "sku,\"" + header.replace("\"", "\"\"") + "\",quantity\nPEN,2024-01-01,3\n";
        ColumnMapping mapping = ColumnMapping.of(List.of("date:" + header), COLUMNS);
        try (RowReader rows = new RowReader(MappedFile.of(file(csv), mapping), COLUMNS)) {
            var row = rows.next();
            assertThat(row.date("date")).isEqualTo("2024-01-01");
            assertThat(row.text("sku")).isEqualTo("PEN");
            assertThat(row.line()).isEqualTo(2);
        }
    }
}
