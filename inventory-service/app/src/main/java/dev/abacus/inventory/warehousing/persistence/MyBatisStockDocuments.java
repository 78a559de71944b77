package dev.abacus.inventory.warehousing.persistence;

import static java.util.stream.Collectors.groupingBy;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.core.toolkit.Wrappers;
import dev.abacus.inventory.warehousing.domain.DocumentFilter;
import dev.abacus.inventory.warehousing.domain.DocumentId;
import dev.abacus.inventory.warehousing.domain.DocumentLine;
import dev.abacus.inventory.warehousing.domain.StockDocument;
import dev.abacus.inventory.warehousing.domain.StockDocuments;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.web.EntityVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisStockDocuments implements StockDocuments {

    /** The most lines of one statement. */
    private static final int BATCH = 64;

    private final DocumentMapper mapper;
    private final DocumentLineMapper lines;
    private final Ids ids;

    MyBatisStockDocuments(DocumentMapper mapper, DocumentLineMapper lines, Ids ids) {
        this.mapper = mapper;
        this.lines = lines;
        this.ids = ids;
    }

    @Override
    public void add(StockDocument document) {
        mapper.insert(DocumentRows.row(document));
        addLines(document);
    }

    @Override
    public void change(StockDocument document) {
        if (mapper.change(DocumentRows.row(document)) == 0) {
            throw new EntityVersion.Stale(document.version() - 1, document.version());
        }
        if (document.state() == StockDocument.State.DRAFT) {
            lines.delete(of(List.of(document.id().value())));
            addLines(document);
        }
    }

    @Override
    public Optional<StockDocument> find(DocumentId id) {
        return assembled(mapper.selectList(rows().eq("id", id.value()))).stream()
                .findFirst();
    }

    @Override
    public List<StockDocument> list(DocumentFilter filter, long before, int limit) {
        QueryWrapper<DocumentRow> query = rows().lt("id", before);
        if (filter.kind() != null) {
            query.eq("kind", filter.kind().name());
        }
        if (filter.state() != null) {
            query.eq("state", filter.state().name());
        }
        if (filter.reference() != null) {
            query.eq("reference", filter.reference());
        }
        return assembled(mapper.selectList(query.orderByDesc("id").last("LIMIT " + limit)));
    }

    private void addLines(StockDocument document) {
        List<DocumentLine> all = document.lines();
        int from = 0;
        while (from < all.size()) {
            // Powers of two only: each number of rows is another statement to parse, guard and remember.
            int size = Integer.highestOneBit(Math.min(BATCH, all.size() - from));
            lines.add(all.subList(from, from + size).stream()
                    .map(line -> DocumentRows.row(ids.next(), document.id(), line))
                    .toList());
            from += size;
        }
    }

    private List<StockDocument> assembled(List<DocumentRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<DocumentLineRow>> byDocument =
                lines
                        .selectList(
                                of(rows.stream().map(row -> row.id).toList()).orderByAsc("document_id", "line_no"))
                        .stream()
                        .collect(groupingBy(row -> row.documentId));
        return rows.stream()
                .map(row -> DocumentRows.document(row, byDocument.get(row.id)))
                .toList();
    }

    private static QueryWrapper<DocumentRow> rows() {
        return Wrappers.query();
    }

    private static QueryWrapper<DocumentLineRow> of(List<Long> documents) {
        return Wrappers.<DocumentLineRow>query().in("document_id", documents);
    }
}
