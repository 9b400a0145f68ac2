package io.loadline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reports are the same on every run and every machine: no order that is left to hashing, no digits that are left to a locale. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OrderTest {

    private static final Pattern UNORDERED =
            Pattern.compile("new (HashMap|HashSet|IdentityHashMap|ConcurrentHashMap)<.*"
                    + "|(Set|Map)\\.(copyOf|of|ofEntries)\\(.+|Collections\\.newSetFromMap\\(.*"
                    + "|(?s:.*)\\.collect\\((Collectors\\.)?to(Unmodifiable)?(Set|Map)\\((?s:.*)"
                    + "|(?s:.*)\\.collect\\((Collectors\\.)?(groupingBy|partitioningBy)\\((?s:.*)");
    private static final Pattern ORDERED_AFTER_ALL =
            Pattern.compile("(?s).*(Tree(Map|Set)|Linked(HashMap|HashSet)|EnumMap|EnumSet)::new.*");
    private static final Pattern VISITS = Pattern.compile("forEach|stream|iterator|toString|toArray|parallelStream");
    private static final Pattern VIEWS = Pattern.compile("entrySet|keySet|values");
    private static final Pattern COPIES = Pattern.compile("addAll|putAll|copyOf|join");
    private static final Pattern ORDER_FORGOTTEN = Pattern.compile("sorted|anyMatch|allMatch|noneMatch|count");
    private static final Pattern LOCALISED = Pattern.compile("(?s).*%[-#+ 0,(]*\\d*(\\.\\d+)?[dfeEgGxXotT].*");

    private final Map<Path, CompilationUnit> units = new TreeMap<>();

    @BeforeAll
    void read() {
        Sources.ofTheProduct().forEach(file -> units.put(file, Sources.parsed(file)));
    }

    @Test
    void nothingIsToldInTheOrderOfHashing() {
        List<String> found = new ArrayList<>();
        int seen = 0;
        for (Map.Entry<Path, CompilationUnit> file : units.entrySet()) {
            for (Named named : unordered(file.getValue())) {
                seen++;
                visits(named).stream()
                        .filter(v -> !isSortedAfterwards(v))
                        .forEach(v -> found.add(place(file.getKey(), v)));
            }
        }
        assertThat(seen).isGreaterThan(50);
        assertThat(found).isEmpty();
    }

    @Test
    void numbersAreWrittenWithoutTheLocaleOfTheMachine() {
        List<String> found = new ArrayList<>();
        int seen = 0;
        for (Map.Entry<Path, CompilationUnit> file : units.entrySet()) {
            for (Node text : texts(file.getValue())) {
                if (!LOCALISED.matcher(text.toString()).matches()) {
                    continue;
                }
                seen++;
                if (!around(text).contains("Locale.ROOT") && around(text).matches("(?s).*\\bformat(ted)?\\(.*")) {
                    found.add(place(file.getKey(), text));
                }
            }
        }
        assertThat(seen).isGreaterThan(3);
        assertThat(found).isEmpty();
    }

    private static String place(Path file, Node found) {
        return file.getFileName() + ":" + found.getBegin().map(p -> p.line).orElse(0) + " " + found;
    }

    private record Named(String name, Node scope) {}

    private static List<Named> unordered(CompilationUnit unit) {
        List<Named> all = new ArrayList<>();
        for (VariableDeclarator variable : unit.findAll(VariableDeclarator.class)) {
            variable.getInitializer().filter(OrderTest::isUnordered).ifPresent(init -> all.add(named(variable)));
        }
        for (AssignExpr assign : unit.findAll(AssignExpr.class)) {
            if (isUnordered(assign.getValue())) {
                String name = assign.getTarget() instanceof FieldAccessExpr field
                        ? field.getNameAsString()
                        : assign.getTarget().toString();
                all.add(new Named(name, unit));
            }
        }
        return all;
    }

    private static Named named(VariableDeclarator variable) {
        boolean field = variable.getParentNode()
                .filter(FieldDeclaration.class::isInstance)
                .isPresent();
        Optional<Node> around = callable(variable);
        Node scope = field || around.isEmpty() ? variable.findCompilationUnit().orElseThrow() : around.get();
        return new Named(variable.getNameAsString(), scope);
    }

    private static boolean isUnordered(Expression made) {
        String text = made.toString();
        return UNORDERED.matcher(text).matches()
                && !ORDERED_AFTER_ALL.matcher(text).matches();
    }

    private static List<Node> visits(Named named) {
        List<Node> all = new ArrayList<>();
        for (Expression use : named.scope().findAll(Expression.class, e -> isUse(e, named))) {
            Node here = use;
            Node parent = use.getParentNode().orElseThrow();
            if (parent instanceof MethodCallExpr view
                    && VIEWS.matcher(view.getNameAsString()).matches()
                    && view.getScope().filter(use::equals).isPresent()) {
                here = view;
                parent = view.getParentNode().orElseThrow();
            }
            if (isVisit(here, parent)) {
                all.add(parent);
            }
        }
        return all;
    }

    private static boolean isUse(Expression use, Named named) {
        boolean name = use instanceof NameExpr plain
                && plain.getNameAsString().equals(named.name())
                && !isShadowed(plain, named);
        boolean self = use instanceof FieldAccessExpr field
                && field.getNameAsString().equals(named.name())
                && field.getScope().isThisExpr();
        return name || self;
    }

    private static boolean isShadowed(NameExpr use, Named named) {
        Optional<Node> around = callable(use);
        if (around.isEmpty() || around.get().equals(named.scope())) {
            return false;
        }
        boolean parameter = around.get()
                .findFirst(Parameter.class, p -> p.getNameAsString().equals(named.name()))
                .isPresent();
        return parameter
                || around.get()
                        .findFirst(
                                VariableDeclarator.class,
                                v -> v.getNameAsString().equals(named.name()))
                        .isPresent();
    }

    private static Optional<Node> callable(Node inside) {
        Optional<Node> here = inside.getParentNode();
        while (here.isPresent()
                && !(here.get() instanceof CallableDeclaration<?>)
                && !(here.get() instanceof CompactConstructorDeclaration)) {
            here = here.get().getParentNode();
        }
        return here;
    }

    private static boolean isVisit(Node what, Node around) {
        if (around instanceof ForEachStmt loop) {
            return loop.getIterable().equals(what);
        }
        if (around instanceof ObjectCreationExpr created) {
            return created.getType().getNameAsString().matches("ArrayList|ArrayDeque|LinkedHash(Map|Set)");
        }
        if (!(around instanceof MethodCallExpr call)) {
            return false;
        }
        boolean on = call.getScope().filter(what::equals).isPresent();
        boolean copied = COPIES.matcher(call.getNameAsString()).matches()
                && !call.getScope().map(Object::toString).orElse("").matches("Set|Map|EnumSet");
        return on ? VISITS.matcher(call.getNameAsString()).matches() : copied;
    }

    private static boolean isSortedAfterwards(Node visit) {
        Node here = visit;
        while (here.getParentNode().orElse(null) instanceof MethodCallExpr next
                && next.getScope().filter(here::equals).isPresent()) {
            if (ORDER_FORGOTTEN.matcher(next.getNameAsString()).matches()) {
                return true;
            }
            here = next;
        }
        return false;
    }

    private static List<Node> texts(CompilationUnit unit) {
        List<Node> all = new ArrayList<>(unit.findAll(StringLiteralExpr.class));
        all.addAll(unit.findAll(TextBlockLiteralExpr.class));
        return all;
    }

    private static String around(Node text) {
        Node here = text;
        while (!(here instanceof Statement) && here.getParentNode().isPresent()) {
            here = here.getParentNode().get();
        }
        return here.toString();
    }
}
