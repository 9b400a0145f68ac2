package io.loadline.flow.rows;

import io.loadline.code.Annotation;
import io.loadline.code.Node;
import io.loadline.fact.sql.Schema;
import io.loadline.system.code.Method;
import java.util.Optional;
import java.util.Set;

/** Queries that annotations write down at the methods that run them. */
final class Written {

    private static final Set<String> TEXTS = Set.of(
            "Query", "Select", "NamedQuery", "SqlQuery", "NativeQuery", "CountQuery", "Aggregation", "SelectProvider");
    private static final Set<String> CHANGES =
            Set.of("Modifying", "Insert", "Update", "Delete", "InsertProvider", "UpdateProvider", "DeleteProvider");

    private final QueryText texts;
    private final Schema schema;

    Written(QueryText texts, Schema schema) {
        this.texts = texts;
        this.schema = schema;
    }

    /** Whether an annotation or a mapper file says what the method asks. */
    boolean has(Method method) {
        return stated(method).isPresent()
                || method.decl().annotations().stream().anyMatch(a -> TEXTS.contains(a.simpleName()));
    }

    /** Whether an annotation says that the method changes, counts or tests rather than reads. */
    boolean changes(Method method) {
        return method.decl().annotations().stream()
                .anyMatch(a -> CHANGES.contains(a.simpleName())
                        || (TEXTS.contains(a.simpleName()) && (is(a, "delete") || is(a, "count") || is(a, "exists"))));
    }

    private static boolean is(Annotation annotation, String member) {
        return annotation
                .member(member)
                .filter(n -> n instanceof Node.Literal literal && literal.text().equals("true"))
                .isPresent();
    }

    /** The text of the query. */
    Optional<String> text(Method method) {
        return method.decl().annotations().stream()
                .filter(a -> TEXTS.contains(a.simpleName()))
                .filter(a -> !a.simpleName().matches("Aggregation|SelectProvider"))
                .flatMap(a -> a.member("value").or(() -> a.member("query")).or(() -> a.member("sql")).stream())
                .flatMap(node -> texts.of(node, method).stream())
                .findFirst()
                .or(() -> stated(method));
    }

    private Optional<String> stated(Method method) {
        return schema.statement(method.owner().name(), method.name());
    }
}
