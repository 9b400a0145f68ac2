package io.loadline.flow;

import io.loadline.catalog.Trait;
import io.loadline.code.Annotation;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many rows a query gives back, as far as its call, its declaration and its text tell.
 *
 * @param reason what the judgement rests on, as a clause
 * @param isWholeTable whether nothing at all restricts it
 */
public record ResultSize(Bound bound, String reason, boolean isWholeTable) {

    /** What is known of the number of rows. */
    public enum Bound {
        /** At most one row, or a number. */
        SINGLE,
        /** The call or the query limits it. */
        BOUNDED,
        /** As many rows as match. */
        UNBOUNDED,
        /** It gives no rows, or reads them piece by piece. */
        NONE,
        UNKNOWN
    }

    private static final Set<String> PAGES =
            Set.of("Pageable", "PageRequest", "Limit", "ScrollPosition", "IPage", "RowBounds");
    private static final Set<String> MANY =
            Set.of("List", "Iterable", "Collection", "Set", "Flux", "Multi", "ArrayList", "Streamable");
    private static final Set<String> PIECES = Set.of("Stream", "Page", "Slice", "Window", "Cursor");
    private static final Pattern LIMITED = Pattern.compile(
            "\\b(limit|fetch\\s+first|fetch\\s+next|top\\s*\\(?\\s*\\d|rownum|for\\s+update\\s+skip)\\b");
    private static final Pattern AGGREGATE =
            Pattern.compile("^\\s*select\\s+(distinct\\s+)?(count|max|min|sum|avg|exists)\\s*\\(");
    private static final Pattern SMALL = Pattern.compile(
            ".*(Type|Status|Country|Currency|Language|Role|Permission)s?(Repository|Repo|Dao|Mapper)?$");

    private static final Pattern FROM = Pattern.compile("(?i)\\bfrom\\s+([\\w.]+)");

    private static final ResultSize NO_ROWS = new ResultSize(Bound.NONE, "", false);

    /** What is known of a query's result. */
    public static ResultSize of(QueryCall query) {
        CallSite site = query.site();
        List<Trait> traits = query.operation().traits();
        if (traits.contains(Trait.BOUNDED_RESULT)) {
            return new ResultSize(Bound.BOUNDED, "the call limits it", false);
        }
        if (traits.contains(Trait.WRITE) || traits.contains(Trait.CURSOR)) {
            return NO_ROWS;
        }
        Optional<Method> declared =
                site.target().declared().filter(m -> m.decl().body() == null);
        if (traits.contains(Trait.DERIVED_QUERY) && declared.isPresent()) {
            return declared(declared.get());
        }
        if (traits.contains(Trait.SINGLE_RESULT) || !traits.contains(Trait.UNBOUNDED_RESULT)) {
            return NO_ROWS;
        }
        if (isSmall(site)) {
            return new ResultSize(Bound.BOUNDED, "the table is small by its name", false);
        }
        return called(site, query.operation().target());
    }

    /** Whether the table, or what it holds, is small by its name. */
    private static boolean isSmall(CallSite site) {
        boolean byElement = Stream.concat(
                        site.target().receiver().arguments().stream(),
                        site.caller()
                                .owner()
                                .names()
                                .view()
                                .findProject(site.target().receiver().name())
                                .map(type -> type.supertypes().stream())
                                .orElse(Stream.empty())
                                .flatMap(parent -> parent.arguments().stream().limit(1)))
                .anyMatch(element -> SMALL.matcher(element.simpleName()).matches());
        return byElement || SMALL.matcher(site.target().receiver().simpleName()).matches();
    }

    private static ResultSize called(CallSite site, @org.jspecify.annotations.Nullable Integer text) {
        if (!(site.node() instanceof Node.Call call)) {
            return new ResultSize(Bound.UNKNOWN, "how the query is run", false);
        }
        boolean paged =
                call.arguments().stream().anyMatch(a -> isPage(a, site.caller())) || isLimited(call, site.caller());
        if (paged) {
            return new ResultSize(Bound.BOUNDED, "a page or limit is passed", false);
        }
        Optional<String> query = text == null || text >= call.arguments().size()
                ? preparedText(call, site.caller())
                : QueryText.of(call.arguments().get(text), site.caller());
        if (query.isPresent()) {
            return written(query.get());
        }
        boolean plain = call.name().matches("findAll|listAll|selectList")
                && call.arguments().stream().allMatch(a -> isOrder(a) || isNothing(a));
        return plain
                ? new ResultSize(Bound.UNBOUNDED, "nothing restricts it", true)
                : new ResultSize(
                        Bound.UNBOUNDED,
                        "no page, limit or LIMIT restricts it",
                        call.arguments().isEmpty() && call.name().contains("All"));
    }

    private static ResultSize written(String text) {
        String sql = text.toLowerCase(Locale.ROOT);
        if (LIMITED.matcher(sql).find()) {
            return new ResultSize(Bound.BOUNDED, "its text limits it", false);
        }
        if (AGGREGATE.matcher(sql).find() || !sql.stripLeading().matches("(?s)(select|from|with)\\b.*")) {
            return NO_ROWS;
        }
        Matcher from = FROM.matcher(text);
        if (from.find() && SMALL.matcher(from.group(1)).matches()) {
            return new ResultSize(Bound.BOUNDED, "the table is small by its name", false);
        }
        boolean whole = !sql.contains("where");
        return new ResultSize(
                Bound.UNBOUNDED, whole ? "its text has neither WHERE nor LIMIT" : "its text has no LIMIT", whole);
    }

    private static ResultSize declared(Method method) {
        MethodDecl decl = method.decl();
        String returns = decl.returns().simpleName();
        boolean many = MANY.contains(returns) || decl.returns().dimensions() > 0;
        if (!many || PIECES.contains(returns)) {
            return NO_ROWS;
        }
        boolean paged =
                decl.parameters().stream().anyMatch(p -> PAGES.contains(p.type().simpleName()));
        boolean topped = decl.name().matches("(find|read|get|query|search|stream)\\w*?(Top|First)\\d*\\w*");
        if (paged || topped) {
            return new ResultSize(Bound.BOUNDED, "the finder takes a page or limit", false);
        }
        boolean byKeys =
                decl.parameters().stream().anyMatch(p -> MANY.contains(p.type().simpleName()));
        if (byKeys || SMALL.matcher(method.owner().simpleName()).matches()) {
            return new ResultSize(Bound.BOUNDED, "the keys that are passed limit it", false);
        }
        Optional<String> text = decl.annotations().stream()
                .map(a -> queryIn(a, method))
                .flatMap(Optional::stream)
                .findFirst();
        return text.map(ResultSize::written)
                .orElseGet(() -> new ResultSize(
                        Bound.UNBOUNDED,
                        "the finder takes neither Pageable nor Limit",
                        decl.parameters().isEmpty()));
    }

    private static Optional<String> queryIn(Annotation annotation, Method method) {
        return annotation.simpleName().matches("Query|Select|NamedQuery|SqlQuery")
                ? annotation.member("value").flatMap(node -> QueryText.of(node, method))
                : Optional.empty();
    }

    /** The text from which the query was prepared, further left in the chain of calls. */
    private static Optional<String> preparedText(Node.Call call, Method caller) {
        Node here = call.receiver() == null ? call : call.receiver();
        while (here instanceof Node.Call step) {
            if (step.name().startsWith("create") && !step.arguments().isEmpty()) {
                return QueryText.of(step.arguments().get(0), caller);
            }
            here = step.receiver() == null ? new Node.Block(List.of()) : step.receiver();
        }
        return here instanceof Node.Name name
                ? QueryText.initialiser(name.id(), caller)
                        .filter(Node.Call.class::isInstance)
                        .flatMap(init -> preparedFrom((Node.Call) init, caller))
                : Optional.empty();
    }

    private static Optional<String> preparedFrom(Node.Call init, Method caller) {
        return init.name().startsWith("create") && !init.arguments().isEmpty()
                ? QueryText.of(init.arguments().get(0), caller)
                : preparedText(init, caller);
    }

    /** Whether a limit is set on the query: in the chain itself, or on the variable that holds it. */
    private static boolean isLimited(Node.Call call, Method caller) {
        Node here = call.receiver() == null ? call : call.receiver();
        while (here instanceof Node.Call step) {
            if (QueryText.LIMITERS.contains(step.name())) {
                return true;
            }
            here = step.receiver() == null ? new Node.Block(List.of()) : step.receiver();
        }
        return here instanceof Node.Name name && QueryText.isLimitedLater(name.id(), caller);
    }

    private static boolean isOrder(Node argument) {
        if (!(argument instanceof Node.Call call) || call.receiver() == null) {
            return false;
        }
        boolean names = call.receiver() instanceof Node.Name type && type.id().equals("Sort");
        return names || isOrder(call.receiver());
    }

    private static boolean isNothing(Node argument) {
        return argument instanceof Node.Literal literal && literal.kind() == Node.LiteralKind.NULL;
    }

    private static boolean isPage(Node argument, Method caller) {
        if (argument instanceof Node.Call call && call.receiver() instanceof Node.Name type) {
            return PAGES.contains(type.id())
                    || call.name().toLowerCase(Locale.ROOT).contains("pageable");
        }
        if (!(argument instanceof Node.Name name)) {
            return false;
        }
        boolean byType = caller.decl().parameters().stream()
                .anyMatch(p ->
                        p.name().equals(name.id()) && PAGES.contains(p.type().simpleName()));
        String word = name.id().toLowerCase(Locale.ROOT);
        return byType || word.contains("pageable") || word.contains("pagerequest");
    }
}
