package io.loadline.flow.component;

import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import io.loadline.system.code.TypeView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows one value to everything that configures it. Every node is met once, so the walk ends. */
final class ConeWalk {

    static final int MOST_CALLERS = 4;
    static final int DEEPEST = 8;
    private static final int DEEPEST_NESTING = 150;

    private final Program program;
    private final Bearing bearing;
    private final boolean onwards;
    private final GeneratedConstructors generated;
    private final ConeNotes notes = new ConeNotes();
    private final Aftermath aftermath;
    private final Injection injection;
    private int nesting;

    /** @param onwards whether to follow also what happens to values, not only where they come from */
    ConeWalk(Program program, boolean onwards) {
        this.program = program;
        this.bearing = new Bearing(program.matches());
        this.onwards = onwards;
        this.generated = new GeneratedConstructors(program);
        this.aftermath = new Aftermath(program, bearing, notes, this);
        this.injection = new Injection(program, bearing, notes, this);
    }

    /** Everything that configures what an expression makes. */
    Cone of(Expr made) {
        walk(made, 0);
        if (onwards && made.scope().text() != null) {
            aftermath.climb(made.node(), made.scope(), made.scope().text());
        }
        return notes.cone();
    }

    /** Everything that configures what a method gives back. */
    Cone given(Method method) {
        MethodText text = program.texts().of(method);
        text.returned().forEach(r -> walk(Expr.of(r, Scope.of(text)), 0));
        return notes.cone();
    }

    void walk(Expr here, int level) {
        if (nesting >= DEEPEST_NESTING) {
            notes.hide("the code is too deep to be followed", here.location());
            return;
        }
        nesting++;
        step(here, level);
        nesting--;
    }

    private void step(Expr here, int level) {
        Node node = here.node();
        if (node instanceof Node.Name name) {
            name(name.id(), here, level);
        } else if (node instanceof Node.Select select) {
            field(select, here).ifPresent(f -> field(f, here.scope(), level));
        } else if (node instanceof Node.Call call) {
            chain(call, here, level);
        } else if (node instanceof Node.Literal || !notes.meet(node)) {
            return;
        } else if (node instanceof Node.New created) {
            created(created, here, level);
        } else if (node instanceof Node.MethodRef) {
            site(here).ifPresent(s -> {
                notes.note(s, here.scope(), level, false);
                enter(s, List.of(), here, level);
            });
        } else if (node instanceof Node.Branch branch) {
            branch.arms().forEach(arm -> walk(here.part(arm), level));
        } else if (node instanceof Node.Local local) {
            if (local.init() != null) {
                walk(new Expr(local.init(), local.span(), here.scope()), level);
            }
        } else if (node instanceof Node.Assign assign) {
            walk(here.part(assign.value()), level);
        } else {
            node.children().forEach(child -> walk(here.part(child), level));
        }
    }

    private static Optional<CallSite> site(Expr here) {
        MethodText text = here.scope().text();
        return text == null ? Optional.empty() : text.site(here.node());
    }

    private void chain(Node.Call outermost, Expr here, int level) {
        Deque<Node.Call> calls = new ArrayDeque<>();
        Node root = outermost;
        Expr at = here;
        while (root instanceof Node.Call call && notes.meet(call)) {
            calls.push(call);
            at = new Expr(call, call.nameSpan(), here.scope());
            root = call.receiver();
            while (root instanceof Node.Cast cast) {
                root = cast.value();
            }
        }
        if (root != null && !(root instanceof Node.Call)) {
            walk(at.part(root), level);
        }
        for (Node.Call call : calls) {
            call(call, new Expr(call, call.nameSpan(), here.scope()), level);
        }
    }

    private void call(Node.Call call, Expr here, int level) {
        Optional<CallSite> site = site(here);
        if (site.isEmpty()) {
            return;
        }
        notes.note(site.get(), here.scope(), level, false);
        if (program.matches().isOperation(site.get()) || enter(site.get(), call.arguments(), here, level)) {
            return;
        }
        if (!generatedAccessor(site.get(), here, level)) {
            arguments(site.get(), call.arguments(), here, level);
            foreign(site.get(), here);
        }
    }

    /** Follows what is handed to a call that cannot be entered. */
    void arguments(CallSite taker, List<Node> arguments, Expr here, int level) {
        if (arguments.size() <= 2 && Words.passesOn(taker.target().name())) {
            arguments.forEach(a -> walk(here.part(a), level));
            return;
        }
        notes.bearing(bearing.takes(taker), () -> arguments.forEach(a -> walk(here.part(a), level + 1)));
    }

    /** Follows a call into the project; false when it does not lead there. */
    private boolean enter(CallSite site, List<Node> arguments, Expr here, int level) {
        List<Method> bodies = program.graph().from(site).methods();
        if (bodies.isEmpty()) {
            site.target()
                    .declared()
                    .filter(m -> notes.bears() && bearing.carries(viewOf(here), returned(m)))
                    .ifPresent(m -> notes.hide("the code behind " + site.title() + " cannot be seen", site.at()));
            return site.target().declared().isPresent();
        }
        if (bodies.size() > MOST_CALLERS || here.scope().depth() >= DEEPEST) {
            if (notes.bears() && bodies.stream().anyMatch(m -> bearing.carries(viewOf(here), returned(m)))) {
                notes.hide(site.title() + " leads to more code than can be followed", site.at());
            }
            return true;
        }
        for (Method body : bodies) {
            MethodText text = program.texts().of(body);
            Scope inside = here.scope().enter(text, bind(body, arguments, here));
            if (body.decl().isConstructor()) {
                body(text, inside, level);
            } else {
                text.returned().forEach(r -> walk(Expr.of(r, inside), level));
            }
        }
        return true;
    }

    private static TypeRef returned(Method method) {
        return method.owner().names().resolve(method.decl().returns());
    }

    static Map<String, Expr> bind(Method body, List<Node> arguments, Expr here) {
        Map<String, Expr> bound = new HashMap<>();
        List<MethodDecl.Parameter> parameters = body.decl().parameters();
        for (int i = 0; i < parameters.size() && arguments.size() == parameters.size(); i++) {
            bound.put(parameters.get(i).name(), here.part(arguments.get(i)));
        }
        return bound;
    }

    void body(MethodText text, Scope inside, int level) {
        Node.Block body = text.method().decl().body();
        if (body != null) {
            walk(new Expr(body, text.method().decl().span(), inside), level);
        }
    }

    private boolean generatedAccessor(CallSite site, Expr here, int level) {
        Optional<FieldText> field = Accessors.field(program.texts(), viewOf(here), site.target());
        field.ifPresent(f -> field(f, here.scope(), level));
        return field.isPresent();
    }

    /** A call into a library that nobody described. */
    private void foreign(CallSite site, Expr here) {
        TypeRef on = site.target().receiver();
        boolean described = on.isKnown()
                && (on.name().startsWith("java.")
                        || viewOf(here).findProject(on.name()).isPresent()
                        || program.code().catalog().shape(on.name()).isPresent()
                        || program.matches().isComponent(viewOf(here), on.name())
                        || program.matches().isKnown(site));
        if (notes.bears() && !described && bearing.gives(site)) {
            notes.hide("the catalog does not know " + site.title(), site.at());
        }
    }

    private void created(Node.New created, Expr here, int level) {
        Optional<CallSite> site = site(here);
        if (site.isEmpty()) {
            return;
        }
        notes.note(site.get(), here.scope(), level, false);
        Optional<ProjectType> type = created.body() != null
                ? program.texts().anonymous(created.body())
                : viewOf(here).findProject(site.get().target().receiver().name());
        if (type.isEmpty()) {
            arguments(site.get(), created.arguments(), here, level);
        } else if (bearing.carries(type.get())) {
            made(type.get(), site.get(), created.arguments(), here, level);
        }
    }

    /** A type of the project that is built on a library's: its constructor and what it overrides configure it. */
    private void made(ProjectType type, CallSite site, List<Node> arguments, Expr here, int level) {
        Optional<Method> constructor = site.target().declared();
        if (constructor.isEmpty()) {
            arguments(site, arguments, here, level);
        }
        for (Method method : type.methods()) {
            boolean other = method.decl().isConstructor()
                    && constructor.filter(c -> c == method).isEmpty();
            if (!other && notes.meet(method)) {
                MethodText text = program.texts().of(method);
                Map<String, Expr> bound =
                        method.decl().isConstructor() ? bind(method, arguments, here) : silent(method, here);
                body(text, here.scope().enter(text, bound), level);
            }
        }
    }

    /** What a library passes to a method that overrides its own: nothing that could be followed. */
    private static Map<String, Expr> silent(Method method, Expr here) {
        Map<String, Expr> bound = new HashMap<>();
        method.decl()
                .parameters()
                .forEach(p -> bound.put(p.name(), here.part(new Node.Literal(Node.LiteralKind.NULL, "null"))));
        return bound;
    }

    private void name(String id, Expr here, int level) {
        if (id.equals("this") || id.equals("super")) {
            return;
        }
        Optional<Variable> variable = here.scope().variable(id, here.at());
        if (variable.isPresent()) {
            variable(variable.get(), here, level);
        } else {
            program.texts().field(here.scope().type(), id).ifPresent(f -> field(f, here.scope(), level));
        }
    }

    private Optional<FieldText> field(Node.Select select, Expr here) {
        return Accessors.field(program.texts(), here.scope().type(), select);
    }

    private void variable(Variable variable, Expr here, int level) {
        if (!notes.meet(variable)) {
            return;
        }
        if (variable.kind() == Variable.Kind.PARAMETER) {
            parameter(variable, here, level);
        }
        variable.values().forEach(v -> walk(Expr.of(v, here.scope()), level));
        uses(variable, here.scope(), level);
    }

    private void uses(Variable variable, Scope scope, int level) {
        if (onwards) {
            aftermath.uses(variable, scope, level);
        }
    }

    private void parameter(Variable variable, Expr here, int level) {
        Expr bound = here.scope().bound().get(variable.name());
        MethodText text = here.scope().text();
        if (bound != null) {
            walk(bound, level);
        } else if (text != null) {
            Method method = text.method();
            MethodDecl.Parameter written = method.decl().parameters().get(variable.index());
            TypeRef type = method.owner().names().resolve(written.type());
            if (program.beans().isFilled(method)) {
                injection.into(type, written.name(), written.annotations(), here, level);
            } else if (bearing.carries(viewOf(here), type) || (level == 0 && !Bearing.isPlainValue(type))) {
                fromCallers(method, variable, here, level);
            }
        }
    }

    private void fromCallers(Method method, Variable variable, Expr here, int level) {
        List<CallSite> callers = program.callers().of(method);
        boolean followed = !callers.isEmpty()
                && callers.size() <= MOST_CALLERS
                && here.scope().depth() < DEEPEST;
        for (CallSite caller : followed ? callers : List.<CallSite>of()) {
            Optional<Expr> argument = Arguments.of(caller, variable.index(), program.texts(), here.scope());
            followed &= argument.isPresent();
            argument.ifPresent(a -> walk(a, level));
        }
        if (!followed && notes.bears()) {
            notes.hide(
                    callers.isEmpty()
                            ? "nothing calls " + method.title() + ", so its " + variable.name() + " is not known"
                            : method.title() + " is called from more places than can be followed",
                    method.at());
        }
    }

    private void field(FieldText field, Scope scope, int level) {
        if (!notes.meet(field) || scope.depth() >= DEEPEST) {
            return;
        }
        List<Expr> values = field.values();
        values.forEach(v -> walk(deeper(v, scope), level));
        List<Expr> given = values.isEmpty() ? generated.arguments(field, scope) : List.of();
        if (!given.isEmpty()) {
            given.forEach(v -> walk(v, level));
        } else if (values.isEmpty() || program.beans().isFilled(field)) {
            TypeRef type = field.owner().names().resolve(field.decl().type());
            Expr there =
                    new Expr(new Node.Name(field.decl().name()), field.decl().span(), Scope.of(field.owner()));
            injection.into(type, field.decl().name(), field.decl().annotations(), there, level);
        }
        for (FieldText.Use use : field.uses()) {
            uses(use.variable(), Scope.of(use.text()), level);
        }
    }

    private static Expr deeper(Expr value, Scope from) {
        Scope there = value.scope();
        return new Expr(value.node(), value.at(), new Scope(there.type(), there.text(), Map.of(), from.depth() + 1));
    }

    static TypeView viewOf(Expr here) {
        return here.scope().type().names().view();
    }
}
