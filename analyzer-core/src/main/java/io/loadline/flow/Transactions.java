package io.loadline.flow;

import io.loadline.catalog.CatalogFile;
import io.loadline.catalog.Effect;
import io.loadline.catalog.MethodName;
import io.loadline.catalog.Trait;
import io.loadline.code.Annotation;
import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.evidence.Location;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.Query;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every transaction that the code opens, and what happens while it is open. */
public final class Transactions {

    /** Finds the transactions of a system. */
    public static final Query<Transactions> QUERY = new Query<>("transactions") {
        @Override
        protected Transactions compute(SystemModel system) {
            return new Transactions(system);
        }
    };

    private static final List<Effect> SLOW = List.of(Effect.REMOTE, Effect.MODEL, Effect.SEND, Effect.SLEEP);

    private final SystemModel system;
    private final Reaches reaches;
    private final Handed handed;
    private final Operations operations;
    private final EntryPoints entries;
    private final List<Kind> kinds;
    private final List<Transaction> all = new ArrayList<>();

    private Transactions(SystemModel system) {
        this.system = system;
        this.reaches = system.ask(Reaches.QUERY);
        this.handed = system.ask(Handed.QUERY);
        this.operations = system.ask(Operations.QUERY);
        this.entries = system.ask(EntryPoints.QUERY);
        this.kinds =
                system.code().catalog().transactions().stream().map(Kind::of).toList();
        for (ProjectType type : system.code().types()) {
            for (Method method : type.methods()) {
                if (method.decl().body() != null) {
                    find(method);
                }
            }
        }
    }

    /** All of them, in the order of files. */
    public List<Transaction> all() {
        return List.copyOf(all);
    }

    private void find(Method method) {
        List<CallSite> sites = system.code().sites(method);
        Optional<Annotated> boundary = boundary(method);
        if (boundary.isPresent() && !boundary.get().outside()) {
            List<CallSite> inside = sites.stream().filter(handed::runsNow).toList();
            add(method, boundary.get().at(), "@" + boundary.get().annotation().simpleName(), inside);
        } else if (boundary.isEmpty()) {
            templates(sites).forEach((frame, inside) -> add(method, at(method, frame), title(frame), inside));
            between(method, sites);
        }
    }

    /** A way to open a transaction, with the names of its methods taken apart once. */
    private record Kind(
            CatalogFile.Transaction stated, List<MethodName> methods, List<MethodName> begin, List<MethodName> end) {

        static Kind of(CatalogFile.Transaction stated) {
            return new Kind(stated, parsed(stated.methods()), parsed(stated.begin()), parsed(stated.end()));
        }

        private static List<MethodName> parsed(List<String> names) {
            return names.stream().map(MethodName::parse).toList();
        }
    }

    /** How a method is marked. {@code outside}: it runs without a transaction on purpose. */
    private record Annotated(Annotation annotation, Location at, boolean outside) {}

    private Optional<Annotated> boundary(Method method) {
        if (method.decl().modifiers().contains(Modifier.PRIVATE)
                || method.decl().modifiers().contains(Modifier.STATIC)
                || method.decl().isConstructor()) {
            return Optional.empty();
        }
        for (Kind kind : kinds) {
            String annotation = kind.stated().annotation();
            Optional<Annotated> found =
                    annotation == null ? Optional.empty() : marked(method, kind.stated(), annotation);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Annotated> marked(Method method, CatalogFile.Transaction kind, String name) {
        ProjectType type = method.owner();
        Optional<Annotation> own =
                method.annotation(name).or(() -> meta(method.decl().annotations(), type, name));
        boolean open = method.decl().modifiers().contains(Modifier.PUBLIC)
                && type.decl().kind() != TypeDecl.Kind.INTERFACE;
        Optional<Annotation> inherited =
                open ? type.annotation(name).or(() -> meta(type.decl().annotations(), type, name)) : Optional.empty();
        return own.or(() -> inherited)
                .map(a -> new Annotated(a, Location.of(type.path(), a.span()), isOutside(a, kind)));
    }

    /** An annotation of the project that carries the sought one itself. */
    private static Optional<Annotation> meta(List<Annotation> written, ProjectType type, String sought) {
        return written.stream()
                .filter(a -> type.names()
                        .view()
                        .findProject(type.names().annotation(a.name()))
                        .flatMap(t -> t.annotation(sought))
                        .isPresent())
                .findFirst();
    }

    private static boolean isOutside(Annotation annotation, CatalogFile.Transaction kind) {
        if (kind.propagationMember() == null) {
            return false;
        }
        return annotation
                .member(kind.propagationMember())
                .map(node -> node instanceof Node.Select select
                        ? select.name()
                        : node instanceof Node.Name name ? name.id() : "")
                .filter(kind.outside()::contains)
                .isPresent();
    }

    private Map<Frame, List<CallSite>> templates(List<CallSite> sites) {
        Map<Frame, List<CallSite>> inside = new LinkedHashMap<>();
        for (CallSite site : sites) {
            for (Frame frame : site.frame().chain()) {
                if (frame.taker().filter(t -> isTemplate(site, t)).isPresent()) {
                    inside.computeIfAbsent(frame, f -> new ArrayList<>()).add(site);
                }
            }
        }
        return inside;
    }

    private boolean isTemplate(CallSite site, Target taker) {
        return kinds.stream().flatMap(k -> k.methods().stream()).anyMatch(m -> names(site, taker, m));
    }

    private static boolean names(CallSite site, Target target, MethodName method) {
        return (method.method().equals("*") || method.method().equals(target.name()))
                && site.caller().owner().names().view().isA(target.receiver().name(), method.type());
    }

    private static Location at(Method method, Frame frame) {
        return frame.node()
                .filter(Node.Lambda.class::isInstance)
                .map(n -> Location.of(method.owner().path(), ((Node.Lambda) n).span()))
                .orElse(method.at());
    }

    private static String title(Frame frame) {
        return frame.taker()
                .map(t -> t.receiver().simpleName() + "." + t.name())
                .orElse("transaction");
    }

    private void between(Method method, List<CallSite> sites) {
        for (Kind kind : kinds) {
            for (CallSite begin : sites) {
                if (kind.begin().stream().anyMatch(m -> names(begin, begin.target(), m))) {
                    int end = sites.stream()
                            .filter(s -> s.order() > begin.order())
                            .filter(s -> kind.end().stream().anyMatch(m -> names(s, s.target(), m)))
                            .mapToInt(CallSite::order)
                            .min()
                            .orElse(Integer.MAX_VALUE);
                    List<CallSite> inside = sites.stream()
                            .filter(s -> s.order() > begin.order() && s.order() < end && handed.runsNow(s))
                            .toList();
                    add(method, begin.at(), begin.title(), inside);
                    return;
                }
            }
        }
    }

    private void add(Method method, Location opens, String how, List<CallSite> inside) {
        boolean database = inside.stream().anyMatch(s -> reaches.leads(s, Effect.QUERY));
        List<Way> slow = new ArrayList<>();
        for (CallSite site : inside) {
            SLOW.stream()
                    .map(effect -> reaches.from(site, effect))
                    .flatMap(Optional::stream)
                    .filter(this::staysWithin)
                    .findFirst()
                    .ifPresent(slow::add);
        }
        all.add(new Transaction(
                method, opens, how, inside, database, slow, entries.reachOf(method), system.servicesOf(method)));
    }

    /** Whether the way to the operation neither leaves the transaction nor passes one that is reported on its own. */
    private boolean staysWithin(Way way) {
        boolean local = operations
                .of(way.operation())
                .filter(o -> o.traits().contains(Trait.LOCAL) || o.traits().contains(Trait.ADDRESS_DECIDES))
                .isPresent();
        return !local
                && way.sites().stream()
                        .skip(1)
                        .map(CallSite::caller)
                        .noneMatch(m -> boundary(m).isPresent());
    }
}
