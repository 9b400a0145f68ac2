package io.loadline.flow.component;

import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.Names;
import io.loadline.system.code.ProjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Follows an executor to everybody who gets it: through variables, fields, arguments and results. */
final class PoolWays {

    private static final int LONGEST = 400;
    private static final int MOST_TAKERS = 40;
    private static final Pattern POOL = Pattern.compile("(?i)\\w*(executor|pool|scheduler|worker|thread)\\w*");
    private static final Pattern ASYNC = Pattern.compile("\\w+Async");
    private static final Pattern WRAPS =
            Pattern.compile("listeningDecorator|unconfigurable\\w+|wrap|requireNonNull|ExecutorCompletionService");

    private static final Pattern TELLS =
            Pattern.compile("trace|debug|info|warn|error|log|println|printf|format|formatted|nonNull|isNull|equals");

    private final Program program;
    private final IdentityHashMap<FieldText, List<CallSite>> asking = new IdentityHashMap<>();

    PoolWays(Program program) {
        this.program = program;
        for (ProjectType type : program.code().types()) {
            for (Method method : type.methods()) {
                program.code().sites(method).forEach(this::ask);
            }
        }
    }

    /** Notes a call of a generated accessor of a field that may hold an executor. */
    private void ask(CallSite site) {
        if (site.target().arguments() == 0 && POOL.matcher(site.target().name()).matches()) {
            Accessors.field(program.texts(), site.caller().owner().names().view(), site.target())
                    .ifPresent(f ->
                            asking.computeIfAbsent(f, k -> new ArrayList<>()).add(site));
        }
    }

    /**
     * Where an executor goes.
     *
     * @param handedTo calls that take it along with a task
     * @param on calls that are made on it
     * @param isSeen whether it never goes where it cannot be followed
     * @param isShared whether a container hands it out
     */
    record Way(List<CallSite> handedTo, List<CallSite> on, boolean isSeen, boolean isShared) {}

    Way of(CallSite creation) {
        Walk walk = new Walk();
        walk.open.add(() -> walk.climb(creation.node(), program.texts().of(creation.caller())));
        int steps = 0;
        while (!walk.open.isEmpty() && walk.seen && steps++ < LONGEST) {
            walk.open.remove().run();
        }
        return new Way(walk.handed, walk.on, walk.seen && steps < LONGEST, walk.shared);
    }

    private final class Walk {
        private final Deque<Runnable> open = new ArrayDeque<>();
        private final Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<CallSite> handed = new ArrayList<>();
        private final List<CallSite> on = new ArrayList<>();
        private boolean seen = true;
        private boolean shared;

        /** Follows a value from where it stands outwards. */
        void climb(Node value, MethodText text) {
            Node here = value;
            Node around = text.around(here).orElse(null);
            while (around instanceof Node.Cast
                    || (around instanceof Node.Branch branch && branch.subject() != here)
                    || around instanceof Node.Block) {
                here = around;
                around = text.around(here).orElse(null);
            }
            if (around instanceof Node.Local local) {
                text.variable(local.name(), local.span()).ifPresent(v -> variable(v, text));
            } else if (around instanceof Node.Assign assign) {
                assigned(assign, text);
            } else if (around instanceof Node.Return || isResult(here, text)) {
                returned(text.method());
            } else if (around instanceof Node.Call call && call.receiver() == here) {
                chained(call, text);
            } else if (around instanceof Node.Call || around instanceof Node.New) {
                Node taker = around;
                List<Node> arguments =
                        taker instanceof Node.Call call ? call.arguments() : ((Node.New) taker).arguments();
                passed(text.site(taker), arguments.indexOf(here), text);
            }
        }

        private boolean isResult(Node value, MethodText text) {
            return text.returned().stream().anyMatch(r -> r.node() == value);
        }

        /** A builder's or a fluent setter's chain gives the executor on. */
        private void chained(Node.Call call, MethodText text) {
            text.site(call).ifPresent(on::add);
            String type =
                    text.site(call).map(s -> s.target().receiver().simpleName()).orElse("");
            if (type.endsWith("Builder") || call.name().startsWith("build")) {
                climb(call, text);
            }
        }

        private void assigned(Node.Assign assign, MethodText text) {
            Optional<Variable> local = assign.target() instanceof Node.Name name
                    ? text.variable(name.id(), assign.span())
                    : Optional.empty();
            if (local.isPresent()) {
                variable(local.get(), text);
                return;
            }
            Optional<FieldText> field = assign.target() instanceof Node.Name name
                    ? program.texts().field(text.method().owner(), name.id())
                    : Accessors.field(program.texts(), text.method().owner(), assign.target());
            field.ifPresentOrElse(this::field, () -> seen = false);
        }

        private void field(FieldText field) {
            if (!met.add(field)) {
                return;
            }
            asking.getOrDefault(field, List.of())
                    .forEach(c -> open.add(() -> climb(c.node(), program.texts().of(c.caller()))));
            for (FieldText.Use use : field.uses()) {
                open.add(() -> variable(use.variable(), use.text()));
            }
        }

        private void variable(Variable variable, MethodText text) {
            if (!met.add(variable)) {
                return;
            }
            on.addAll(variable.on());
            variable.passed().forEach(p -> open.add(() -> passed(Optional.of(p.site()), p.argument(), text)));
            text.returned().stream()
                    .filter(r -> isNamed(r.node(), variable.name()))
                    .findFirst()
                    .ifPresent(r -> returned(text.method()));
            text.fields().forEach((name, field) -> {
                if (field.values().stream().anyMatch(v -> isNamed(v.node(), variable.name()))
                        && variable.kind() != Variable.Kind.FIELD) {
                    program.texts().field(text.method().owner(), name).ifPresent(this::field);
                }
            });
        }

        private static boolean isNamed(Node node, String name) {
            return (node instanceof Node.Name id && id.id().equals(name))
                    || (node instanceof Node.Select select && select.name().equals(name));
        }

        private void returned(Method method) {
            if (!met.add(method)) {
                return;
            }
            if (program.beans().isBeanMethod(method)) {
                shared = true;
                return;
            }
            List<CallSite> callers = program.callers().of(method);
            seen &= !callers.isEmpty() && callers.size() <= MOST_TAKERS;
            callers.forEach(c -> open.add(() -> climb(c.node(), program.texts().of(c.caller()))));
        }

        private void passed(Optional<CallSite> taker, int argument, MethodText text) {
            if (taker.isEmpty() || !met.add(taker.get())) {
                seen &= taker.isPresent();
                return;
            }
            CallSite site = taker.get();
            List<Method> bodies = program.graph().from(site).methods();
            if (bodies.isEmpty()) {
                foreign(site, text);
                return;
            }
            for (Method body : bodies) {
                MethodText inside = program.texts().of(body);
                inside.parameter(argument).ifPresent(v -> open.add(() -> variable(v, inside)));
            }
        }

        private void foreign(CallSite site, MethodText text) {
            String name = site.target().name().equals(MethodDecl.CONSTRUCTOR)
                    ? site.target().receiver().simpleName()
                    : site.target().name();
            if (TELLS.matcher(name).matches()) {
                return;
            }
            if (built(site, text)) {
                return;
            }
            if (ASYNC.matcher(name).matches()) {
                handed.add(site);
            } else if (WRAPS.matcher(name).matches()) {
                climb(site.node(), text);
            } else {
                seen = false;
            }
        }

        /** Follows a call of a generated builder to the constructor's parameter, or else the field, of its name. */
        private boolean built(CallSite site, MethodText text) {
            Optional<ProjectType> type = builderOf(site, text);
            if (type.isEmpty()) {
                return false;
            }
            String name = site.target().name();
            boolean found = false;
            for (Method constructor : type.get().methods(MethodDecl.CONSTRUCTOR)) {
                for (int i = 0; i < constructor.decl().parameters().size(); i++) {
                    if (constructor.decl().parameters().get(i).name().equals(name)) {
                        MethodText inside = program.texts().of(constructor);
                        inside.parameter(i).ifPresent(v -> open.add(() -> variable(v, inside)));
                        found = true;
                    }
                }
            }
            Optional<FieldText> field = program.texts().field(type.get(), name);
            field.ifPresent(this::field);
            return found || field.isPresent();
        }

        private static Optional<ProjectType> builderOf(CallSite site, MethodText text) {
            Node root = site.node();
            while (root instanceof Node.Call call && call.receiver() instanceof Node.Call inner) {
                root = inner;
            }
            if (!(root instanceof Node.Call start) || !(start.receiver() instanceof Node.Name owner)) {
                return Optional.empty();
            }
            Names names = text.method().owner().names();
            return names.view().findProject(names.qualified(owner.id()));
        }
    }
}
