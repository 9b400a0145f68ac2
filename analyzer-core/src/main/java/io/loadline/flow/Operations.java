package io.loadline.flow;

import io.loadline.catalog.Catalog;
import io.loadline.catalog.Catalog.OperationMatch;
import io.loadline.catalog.CatalogFile.Declared;
import io.loadline.catalog.CatalogFile.Operation;
import io.loadline.catalog.Effect;
import io.loadline.catalog.Trait;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.fact.sql.Schema;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.Target;
import io.loadline.system.code.TypeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every call that does something outside the caller's own code, as the catalog and the project's declarations say. */
public final class Operations {

    /** Finds the operations of a system. */
    public static final Query<Operations> QUERY = new Query<>("operations") {
        @Override
        protected Operations compute(SystemModel system) {
            return new Operations(system.code(), system.schema());
        }
    };

    private final Code code;
    private final Schema schema;
    private final Map<CallSite, OperationMatch> bySite = new HashMap<>();
    private final List<CallSite> sites = new ArrayList<>();
    private final Map<String, Optional<OperationMatch>> known = new HashMap<>();

    private Operations(Code code, Schema schema) {
        this.code = code;
        this.schema = schema;
        for (ProjectType type : code.types()) {
            for (Method method : type.methods()) {
                code.sites(method).forEach(this::add);
            }
        }
    }

    private void add(CallSite site) {
        match(site).ifPresent(m -> {
            bySite.put(site, m.operation().traits().contains(Trait.ADDRESS_DECIDES) && isRemote(site) ? decided(m) : m);
            sites.add(site);
        });
    }

    /** Whether the text shows that the address is one of the network: {@code new URL("https://…")}. */
    private static boolean isRemote(CallSite site) {
        Node on = site.node() instanceof Node.Call call ? call.receiver() : null;
        Optional<Node> made =
                on instanceof Node.Name name ? Initialiser.of(name.id(), site.caller()) : Optional.ofNullable(on);
        return made.filter(value -> value.any(part -> part instanceof Node.Literal literal
                        && literal.kind() == Node.LiteralKind.STRING
                        && literal.text().startsWith("http")))
                .isPresent();
    }

    private static OperationMatch decided(OperationMatch match) {
        Operation stated = match.operation();
        List<Trait> traits = stated.traits().stream()
                .filter(trait -> trait != Trait.ADDRESS_DECIDES)
                .toList();
        return new OperationMatch(
                new Operation(stated.does(), stated.protocol(), stated.methods(), stated.target(), traits),
                match.library());
    }

    /** All calls that are operations, in the order of files. */
    public List<CallSite> sites() {
        return List.copyOf(sites);
    }

    /** What a call does, if it is an operation. */
    public Optional<Operation> of(CallSite site) {
        return Optional.ofNullable(bySite.get(site)).map(OperationMatch::operation);
    }

    /** The library that makes a call an operation. */
    public Optional<String> library(CallSite site) {
        return Optional.ofNullable(bySite.get(site)).map(OperationMatch::library);
    }

    /** Whether a call is an operation of that class that does its work there, rather than preparing it. */
    public boolean does(CallSite site, Effect effect) {
        return of(site).filter(o -> o.does() == effect && !o.traits().contains(Trait.ASSEMBLY))
                .isPresent();
    }

    /** Whether a call stands in a function whose operations another one sends together, such as a pipeline. */
    boolean isSentTogether(CallSite site) {
        TypeView view = site.caller().owner().names().view();
        return site.frame().chain().stream()
                .flatMap(frame -> frame.taker().stream())
                .filter(taker -> taker.receiver().isKnown())
                .flatMap(taker -> find(view, taker).stream())
                .anyMatch(m -> m.operation().traits().contains(Trait.BULK));
    }

    private Optional<OperationMatch> match(CallSite site) {
        Target target = site.target();
        if (!target.receiver().isKnown()) {
            return Optional.empty();
        }
        boolean own = target.declared().filter(m -> !isBodiless(m)).isPresent();
        String key = site.caller().owner().module() + "|" + target.receiver().name() + "#" + target.name() + "/"
                + target.arguments();
        // What the project does itself is seen in its text, where it does not take work over.
        return known.computeIfAbsent(
                        key, k -> find(site.caller().owner().names().view(), target))
                .filter(m -> !own || m.operation().does() == Effect.SUBMIT);
    }

    private Optional<OperationMatch> find(TypeView view, Target target) {
        Catalog catalog = code.catalog();
        String name = target.name().equals(MethodDecl.CONSTRUCTOR) ? "new" : target.name();
        for (String owner : view.lineage(target.receiver().name())) {
            Optional<OperationMatch> stated = catalog.operation(owner, name, target.arguments());
            if (stated.isPresent()) {
                return stated;
            }
        }
        return target.declared().isPresent() && isBodiless(target.declared().get())
                ? declared(view, target.declared().get())
                : Optional.empty();
    }

    private static boolean isBodiless(Method method) {
        return method.decl().body() == null;
    }

    private Optional<OperationMatch> declared(TypeView view, Method method) {
        for (Declared each : code.catalog().declared()) {
            if (matches(view, method, each)) {
                return Optional.of(new OperationMatch(
                        new Operation(each.does(), each.protocol(), List.of(), null, each.traits()), "declaration"));
            }
        }
        return mapped(method);
    }

    /** A method whose statement stands in a mapper file. */
    private Optional<OperationMatch> mapped(Method method) {
        return schema.statement(method.owner().name(), method.name())
                .map(text -> text.matches("(?is)(insert|update|delete|replace|merge)\\b.*")
                        ? List.of(Trait.QUERY_TEXT, Trait.WRITE)
                        : List.of(Trait.QUERY_TEXT))
                .map(traits -> new OperationMatch(
                        new Operation(Effect.QUERY, "jdbc", List.of(), null, traits), "mapper file"));
    }

    private static boolean matches(TypeView view, Method method, Declared declared) {
        if (declared.supertype() != null) {
            return view.isA(method.owner().name(), declared.supertype());
        }
        if (declared.annotation() == null) {
            return false;
        }
        return declared.onMethod()
                ? method.annotation(declared.annotation()).isPresent()
                : method.owner().annotation(declared.annotation()).isPresent();
    }
}
