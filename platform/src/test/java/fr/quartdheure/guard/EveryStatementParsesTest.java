package fr.quartdheure.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import fr.quartdheure.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** Every statement of the code is understood by PostgreSQL, on the schema that the migrations make. */
class EveryStatementParsesTest {

    /** Constant → why PostgreSQL cannot read it alone. */
    private static final Map<String, String> FRAGMENTS = Map.of();

    /** File → why SQL stands outside a constant there. */
    private static final Map<String, String> INLINE = Map.of(
            "platform/src/main/java/fr/quartdheure/database/PostgresServer.java",
            "creates the database itself, before any schema is there");

    private static final Pattern COPY =
            Pattern.compile("(?is)\\A\\s*copy\\s+([a-z_.]+)\\s*(?:\\(([^)]*)\\))?\\s+from\\b.*");

    @Test
    void every_constant_parses_on_the_migrated_database() throws SQLException {
        var refused = new ArrayList<String>();
        try (var connection = TestDatabase.fresh().getConnection()) {
            for (SqlConstant constant : SqlConstant.all()) {
                if (!FRAGMENTS.containsKey(constant.toString())) {
                    refusal(connection, constant).ifPresent(refused::add);
                }
            }
        }
        assertThat(refused)
                .as(
                        "statements that PostgreSQL refuses; where it cannot tell the type of a parameter, a null would fail at"
                                + " run time too: write :at::timestamptz")
                .isEmpty();
    }

    @Test
    void every_statement_stands_as_a_constant() {
        var inline = new ArrayList<String>();
        for (var unit : Sources.main().units()) {
            // The measurements write their own data into throw-away databases: their statements are tried by running.
            if (!INLINE.containsKey(Sources.name(unit)) && !Sources.name(unit).startsWith("bench/")) {
                unit.accept(new InlineSql(unit, inline), null);
            }
        }
        assertThat(inline).as("SQL outside a constant, where no guard sees it").isEmpty();
    }

    private static Optional<String> refusal(Connection connection, SqlConstant constant) {
        try (var statement = connection.prepareStatement(readable(constant.positional()))) {
            statement.getParameterMetaData();
            statement.getMetaData();
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            return Optional.of(constant + ": " + e.getMessage());
        }
    }

    /** COPY is not analysed before it runs; its table and columns are, when they are read instead. */
    private static String readable(String sql) {
        var copy = COPY.matcher(sql);
        if (!copy.matches()) {
            return sql;
        }
        return "select " + (copy.group(2) == null ? "*" : copy.group(2)) + " from " + copy.group(1);
    }

    private static final class InlineSql extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final List<String> found;

        private InlineSql(CompilationUnitTree unit, List<String> found) {
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void unused) {
            boolean constant = variable.getModifiers().getFlags().contains(Modifier.STATIC)
                    && variable.getModifiers().getFlags().contains(Modifier.FINAL);
            return constant ? null : super.visitVariable(variable, null);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void unused) {
            if (literal.getValue() instanceof String text && SqlConstant.looksLikeSql(text)) {
                found.add(Sources.main().place(unit, literal) + " "
                        + text.strip().lines().findFirst().orElse(""));
            }
            return null;
        }
    }
}
