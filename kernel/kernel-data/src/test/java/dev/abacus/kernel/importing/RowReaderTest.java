package dev.abacus.kernel.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowReaderTest {

    private static final List<Column> COLUMNS =
            List.of(Column.required("date", "week"), Column.required("sku"), Column.optional("promotion"));

    @Test
    void cells_are_found_by_the_importers_names_in_any_order() {
        Row row = rows("Promotion, SKU ,week\n1,B1,2014-01-02\n").getFirst();

        assertThat(row.text("sku")).isEqualTo("B1");
        assertThat(row.date("date")).isEqualTo(LocalDate.of(2014, 1, 2));
        assertThat(row.flag("promotion")).isTrue();
        assertThat(row.line()).isEqualTo(2);
    }

    @Test
    void a_line_number_counts_the_lines_inside_quotes_and_the_empty_ones() {
        List<Row> rows = rows("date,sku\n2014-01-02,\"a\nb\"\n\n2014-01-03,c\n");

        assertThat(rows).extracting(Row::line).containsExactly(2L, 5L);
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_name() {
        assertThat(rows("\uFEFFdate,sku\n2014-01-02,a\n")).hasSize(1);
    }

    @Test
    void a_short_row_lacks_its_last_cells() {
        Row row = rows("date,sku\n2014-01-02\n").getFirst();

        assertThatThrownBy(() -> row.text("sku")).isInstanceOfSatisfying(RowError.class, e -> assertThat(e.code())
                .isEqualTo("missing"));
    }

    @Test
    void numbers_that_would_explode_are_no_numbers() {
        Row row = rows("date,sku\n1e999999999,12.50\n").getFirst();

        assertThatThrownBy(() -> row.decimal("date")).isInstanceOfSatisfying(RowError.class, e -> assertThat(e.code())
                .isEqualTo("not-a-number"));
        assertThat(row.decimal("sku")).isEqualByComparingTo("12.5");
        assertThatThrownBy(() -> row.wholeNumber("sku")).isInstanceOf(RowError.class);
        assertThatThrownBy(() -> row.flag("sku")).isInstanceOf(RowError.class);
        assertThatThrownBy(() -> row.date("sku")).isInstanceOf(RowError.class);
    }

    @Test
    void a_file_without_a_required_column_is_refused_as_a_whole() {
        assertThatThrownBy(() -> rows("date\n2014-01-02\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("sku");
        assertThatThrownBy(() -> rows("")).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> rows("date,week,sku\n")).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void bytes_that_are_not_utf8_are_refused_rather_than_guessed() {
        byte[] latin = "date,sku\n2014-01-02,Käse\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> rows(latin)).isInstanceOf(UnreadableFile.class).hasMessageContaining("UTF-8");
    }

    @Test
    void a_field_without_end_is_refused_before_it_fills_the_memory() {
        assertThatThrownBy(() -> rows("date,sku\n2014-01-02,\"" + "x".repeat(2_000_000)))
                .isInstanceOf(UnreadableFile.class);
    }

    private static List<Row> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Row> rows(byte[] bytes) {
        List<Row> rows = new ArrayList<>();
        new RowReader(new ByteArrayInputStream(bytes), COLUMNS).forEachRemaining(rows::add);
        return rows;
    }
}
