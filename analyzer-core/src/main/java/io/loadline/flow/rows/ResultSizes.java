package io.loadline.flow.rows;

import io.loadline.catalog.CatalogFile.Operation;
import io.loadline.catalog.Effect;
import io.loadline.catalog.Trait;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeName;
import io.loadline.flow.QueryCall;
import io.loadline.flow.rows.ResultSize.Bound;
import io.loadline.flow.rows.ResultSize.Extent;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges how many rows the queries of a system give back. */
public final class ResultSizes {

    /** Prepares to judge the queries of a system. */
    public static final Query<ResultSizes> QUERY = new Query<>("result sizes") {
        @Override
        protected ResultSizes compute(SystemModel system) {
            return new ResultSizes(system);
        }
    };

    private static final Set<String> MANY =
            Set.of("List", "Iterable", "Collection", "Set", "Flux", "Multi", "ArrayList", "Streamable", "Map");
    private static final Set<String> PAGES =
            Set.of("Pageable", "PageRequest", "Limit", "ScrollPosition", "IPage", "Page", "RowBounds");
    private static final String PAST = "(?i).*(history|audit|logs?|events?)($|by.*)";

    private final Tables tables;
    private final QueryText texts;
    private final Written written;

    private ResultSizes(SystemModel system) {
        this.tables = system.ask(Tables.QUERY);
        this.texts = new QueryText(system);
        this.written = new Written(texts, system.schema());
    }

    /** What is known of a query's result. */
    public ResultSize of(QueryCall query) {
        return of(query.site(), query.operation());
    }

    /** What is known of the result of a call that is a query. */
    public ResultSize of(CallSite site, Operation operation) {
        List<Trait> traits = operation.traits();
        if (traits.contains(Trait.BOUNDED_RESULT)) {
            return ResultSize.bounded("the call limits it");
        }
        if (operation.does() != Effect.QUERY || traits.contains(Trait.WRITE) || traits.contains(Trait.CURSOR)) {
            return ResultSize.NO_ROWS;
        }
        Optional<Method> declared =
                site.target().declared().filter(m -> m.decl().body() == null);
        if (declared.isPresent() && (traits.contains(Trait.DERIVED_QUERY) || written.has(declared.get()))) {
            return declared(site, declared.get());
        }
        if (traits.contains(Trait.SINGLE_RESULT) || !traits.contains(Trait.UNBOUNDED_RESULT)) {
            return ResultSize.NO_ROWS;
        }
        return called(site, operation);
    }

    private ResultSize declared(CallSite site, Method method) {
        MethodDecl decl = method.decl();
        if (!isMany(decl.returns()) || decl.name().matches("(delete|remove|count|exists|insert|update|save)[A-Z]?.*")) {
            return ResultSize.NO_ROWS;
        }
        boolean paged =
                decl.parameters().stream().anyMatch(p -> PAGES.contains(p.type().simpleName()));
        boolean topped = decl.name().matches("(find|read|get|query|search|stream)\\w*?(Top|First)\\d*\\w*");
        if (paged || topped || Limits.isPagedBefore(site)) {
            return ResultSize.bounded("the finder takes a page or limit");
        }
        if (written.changes(method)) {
            return ResultSize.NO_ROWS;
        }
        Table table = tables.named(Holders.entity(method.owner()));
        Optional<Restriction> example = byExample(site, method);
        if (example.isPresent()) {
            return judged(table, example.get(), decl.name(), "no page or limit restricts it");
        }
        Optional<String> text = written.text(method);
        if (text.isPresent()) {
            return stated(Statement.of(text.get()), table, decl.name());
        }
        if (written.has(method)) {
            return ResultSize.unknown("the text of the query of %s".formatted(method.title()));
        }
        return judged(table, Finder.restriction(decl), decl.name(), "the finder takes neither Pageable nor Limit");
    }

    /** What an example asks that the caller fills in by calls such as {@code andIdEqualTo(id)}. */
    private static Optional<Restriction> byExample(CallSite site, Method method) {
        List<MethodDecl.Parameter> parameters = method.decl().parameters();
        boolean example =
                !parameters.isEmpty() && parameters.get(0).type().simpleName().endsWith("Example");
        if (!example || !(site.node() instanceof Node.Call call)) {
            return Optional.empty();
        }
        return Optional.of(Criteria.of(Nodes.making(call, site.caller())));
    }

    private static boolean isMany(TypeName type) {
        boolean wrapped = type.simpleName().matches("CompletableFuture|Future|Uni|Mono|ListenableFuture|Optional")
                && !type.arguments().isEmpty();
        if (wrapped) {
            return isMany(type.arguments().get(0));
        }
        boolean bytes = type.dimensions() == 1 && type.simpleName().equals("byte");
        return MANY.contains(type.simpleName()) || (type.dimensions() > 0 && !bytes);
    }

    private ResultSize called(CallSite site, Operation operation) {
        if (!(site.node() instanceof Node.Call call)) {
            return ResultSize.unknown("how the query is run");
        }
        Method caller = site.caller();
        List<Node.Call> making = Nodes.making(call, caller);
        if (Limits.isLimited(call, making, caller) || Limits.isPagedBefore(site)) {
            return ResultSize.bounded("a page or limit is passed");
        }
        if ("ldap".equals(operation.protocol())) {
            return directory(site, call);
        }
        Table table = tables.named(Holders.entity(site, making));
        Integer text = operation.target();
        Optional<Node> argument =
                text != null ? call.arguments().stream().skip(text).findFirst() : Prepared.text(making);
        Optional<String> sql = argument.flatMap(a -> texts.of(a, caller));
        if (sql.isPresent()) {
            return stated(Statement.of(sql.get()), table, caller.name());
        }
        if (text != null || Prepared.isNamed(making)) {
            return ResultSize.unknown("the text of the query that %s runs".formatted(site.title()));
        }
        return filtered(site, call, making, table);
    }

    /** A search in a directory: a filter without a star looks one up. */
    private ResultSize directory(CallSite site, Node.Call call) {
        String all = call.arguments().stream()
                .flatMap(a -> texts.of(a, site.caller()).stream())
                .reduce("", String::concat);
        boolean equals = Nodes.making(call, site.caller(), Node.New.class).stream()
                .anyMatch(n -> n.type().simpleName().startsWith("Equals"));
        if (all.contains("=*") || all.contains("*)")) {
            return new ResultSize(Bound.UNBOUNDED, "its filter matches many entries", Extent.PART, Growth.GROWING);
        }
        return equals || all.contains("={") || all.contains("=%")
                ? ResultSize.bounded("its filter looks one up")
                : ResultSize.unknown("the filter of %s".formatted(site.title()));
    }

    private ResultSize filtered(CallSite site, Node.Call call, List<Node.Call> making, Table table) {
        boolean nothing = call.arguments().stream().allMatch(Limits::isOrderOrNothing);
        if (nothing && call.name().matches("findAll|listAll|selectList|list")) {
            return judged(table, Restriction.NONE, site.caller().name(), "nothing restricts it");
        }
        Restriction restriction = Criteria.of(making);
        boolean given = call.arguments().stream().anyMatch(a -> Limits.isParameter(a, site.caller()));
        if (restriction.isEmpty() && given) {
            return ResultSize.unknown("what restricts %s, which its callers decide".formatted(site.title()));
        }
        boolean open = restriction.isEmpty() && !Prepared.isBare(call, making);
        return judged(
                table,
                open ? Restriction.SOME : restriction,
                site.caller().name(),
                "no page, limit or LIMIT restricts it");
    }

    private ResultSize stated(Statement statement, Table fallback, String method) {
        Table table = statement.table().isEmpty() || statement.table().startsWith("#")
                ? fallback
                : tables.named(statement.table());
        return switch (statement.kind()) {
            case NONE -> ResultSize.NO_ROWS;
            case ONE -> ResultSize.single("it gives one row of numbers");
            case LIMITED -> ResultSize.bounded("its text limits it");
            case FEW -> ResultSize.bounded("there are few different values");
            case GROUPS -> ResultSize.unknown("how many groups the query forms");
            case UNKNOWN -> ResultSize.unknown("the text of the query");
            case ROWS -> rows(statement, table, method);
        };
    }

    private ResultSize rows(Statement statement, Table table, String method) {
        Restriction restriction = statement.restriction();
        String reason = restriction.isEmpty() ? "its text has neither WHERE nor LIMIT" : "its text has no LIMIT";
        if (!table.isKey(restriction.passed()) || statement.multiplying().isEmpty()) {
            return judged(table, restriction, method, reason);
        }
        Growth most = statement.multiplying().stream()
                .map(t -> tables.named(t).growth())
                .reduce(Growth.SMALL, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        Restriction oneParent = new Restriction(Set.of(table.name() + "_id"), Set.of(), false);
        return judged(tables.named(statement.multiplying().get(0)).grown(most), oneParent, method, reason);
    }

    private static ResultSize judged(Table table, Restriction restriction, String method, String reason) {
        if (table.growth() == Growth.SMALL) {
            return ResultSize.bounded("the table is small by its name");
        }
        if (table.isKey(restriction.equal())) {
            return ResultSize.single("it asks for one key");
        }
        if (table.isKey(restriction.passed())) {
            return ResultSize.bounded("the keys that are passed limit it");
        }
        if (table.named(restriction).isPresent()) {
            return ResultSize.bounded("it looks one up by name");
        }
        Growth growth = table.growth() == Growth.UNKNOWN && method.matches(PAST) ? Growth.EVENTS : table.growth();
        List<String> owners = table.owners(restriction);
        if (!owners.isEmpty()) {
            String one = "%s, only %s restricts it".formatted(reason, String.join(" and ", restriction.equal()));
            return new ResultSize(
                    Bound.UNBOUNDED,
                    one,
                    Extent.ONE_PARENT,
                    Table.isNarrow(owners, restriction) ? Growth.UNKNOWN : growth);
        }
        // The history of several things has no end; the parts of several things that happened are few.
        boolean listed = !restriction.listed().isEmpty()
                && !restriction.other()
                && (growth != Growth.EVENTS || Table.isNarrow(List.copyOf(restriction.listed()), restriction));
        if (listed || restriction.listed().contains("?")) {
            return ResultSize.unknown("how many rows one of the passed values has");
        }
        Extent extent = restriction.isEmpty() ? Extent.WHOLE : Extent.PART;
        return new ResultSize(Bound.UNBOUNDED, reason, extent, growth);
    }
}
