package dev.abacus.sql.review;

import dev.abacus.sql.review.rules.Charset;
import dev.abacus.sql.review.rules.ColumnlessInsert;
import dev.abacus.sql.review.rules.ConditionalComment;
import dev.abacus.sql.review.rules.CopyingAlter;
import dev.abacus.sql.review.rules.Drops;
import dev.abacus.sql.review.rules.Engine;
import dev.abacus.sql.review.rules.EveryTenant;
import dev.abacus.sql.review.rules.FileAccess;
import dev.abacus.sql.review.rules.Imageless;
import dev.abacus.sql.review.rules.ImplicitConversion;
import dev.abacus.sql.review.rules.InexactNumber;
import dev.abacus.sql.review.rules.MandatoryColumn;
import dev.abacus.sql.review.rules.MixedScript;
import dev.abacus.sql.review.rules.Narrows;
import dev.abacus.sql.review.rules.NoAlgorithm;
import dev.abacus.sql.review.rules.NoPrimaryKey;
import dev.abacus.sql.review.rules.NoWhere;
import dev.abacus.sql.review.rules.OtherSchema;
import dev.abacus.sql.review.rules.Privileges;
import dev.abacus.sql.review.rules.ReadsOnly;
import dev.abacus.sql.review.rules.Renames;
import dev.abacus.sql.review.rules.ReservedWord;
import dev.abacus.sql.review.rules.Routine;
import dev.abacus.sql.review.rules.SessionSetting;
import dev.abacus.sql.review.rules.SeveralStatements;
import dev.abacus.sql.review.rules.TenantCondition;
import dev.abacus.sql.review.rules.TenantFirst;
import dev.abacus.sql.review.rules.TenantMoved;
import dev.abacus.sql.review.rules.TightKey;
import dev.abacus.sql.review.rules.TransactionControl;
import dev.abacus.sql.review.rules.Unchunkable;
import dev.abacus.sql.review.rules.Unchunked;
import dev.abacus.sql.review.rules.Uncompensated;
import dev.abacus.sql.review.rules.UnorderedLimit;
import dev.abacus.sql.review.rules.Unparseable;
import java.util.List;

/** All of them; docs/sql-releases.md tells what each is about. */
final class Rules {

    static final List<Rule> ALL = List.of(
            new Unparseable(),
            new SeveralStatements(),
            new ConditionalComment(),
            new OtherSchema(),
            new NoWhere(),
            new TenantCondition(),
            new TenantMoved(),
            new EveryTenant(),
            new Drops(),
            new Renames(),
            new Narrows(),
            new MandatoryColumn(),
            new TightKey(),
            new NoAlgorithm(),
            new CopyingAlter(),
            new MixedScript(),
            new TransactionControl(),
            new SessionSetting(),
            new Privileges(),
            new Routine(),
            new FileAccess(),
            new ReadsOnly(),
            new NoPrimaryKey(),
            new TenantFirst(),
            new Engine(),
            new Charset(),
            new ReservedWord(),
            new InexactNumber(),
            new ImplicitConversion(),
            new ColumnlessInsert(),
            new UnorderedLimit(),
            new Unchunked(),
            new Uncompensated(),
            new Unchunkable(),
            new Imageless());

    private Rules() {}
}
