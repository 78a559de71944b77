package dev.abacus.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @Property(tries = 200)
    void page_by_page_everything_is_seen_once(
            @ForAll @IntRange(max = 90) int rows, @ForAll @IntRange(min = 1, max = 40) int limit) {
        List<Long> table = LongStream.rangeClosed(1, rows).boxed().toList();
        List<Long> seen = new ArrayList<>();
        String cursor = null;
        do {
            PageRequest page = new PageRequest(limit, cursor);
            Slice<Long> slice = Slice.of(read(table, page), page, id -> id);
            assertThat(slice.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(slice.items());
            cursor = slice.next();
        } while (cursor != null);

        assertThat(seen).isEqualTo(table);
    }

    private static List<Long> read(List<Long> table, PageRequest page) {
        long after = page.afterId().orElse(0);
        return table.stream().filter(id -> id > after).limit(page.limitAndOne()).toList();
    }

    @Test
    void a_cursor_keeps_any_key_through_a_url() {
        PageRequest page = new PageRequest(1, null);

        String cursor = Slice.of(List.of("包装/纸箱 ~?&", "z"), page, key -> key).next();

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(new PageRequest(1, cursor).after()).hasValue("包装/纸箱 ~?&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "MTI", "bm8tbnVtYmVy", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5"})
    void a_cursor_that_no_list_gave_out_is_refused_or_is_a_number(String cursor) {
        PageRequest page = new PageRequest(1, cursor);

        if (cursor.equals("MTI")) {
            assertThat(page.afterId()).hasValue(12);
        } else {
            assertThatThrownBy(page::afterId).isInstanceOf(InvalidValue.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void a_page_of_nothing_or_of_too_much_is_refused(int limit) {
        assertThatThrownBy(() -> new PageRequest(limit, null)).isInstanceOf(InvalidValue.class);
    }
}
