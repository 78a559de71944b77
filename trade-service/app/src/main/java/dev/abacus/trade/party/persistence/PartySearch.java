package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.web.PageRequest;

/** How parties are searched for: the beginning of a code or a part of a name, in the order of their codes. */
final class PartySearch {

    private PartySearch() {}

    static <R> QueryWrapper<R> query(String search, PageRequest page) {
        var query = new QueryWrapper<R>();
        page.after().ifPresent(code -> query.gt("code", code));
        if (search != null && !search.isBlank()) {
            String literal = escaped(search.strip());
            query.and(either -> either.likeRight("code", literal).or().like("name", literal));
        }
        return query.orderByAsc("code").last("LIMIT " + page.limitAndOne());
    }

    /** What people type is looked for as it is: {@code %} and {@code _} are no wildcards to them. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
