package io.loadline.flow.component;

import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.CatalogFile;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.Effect;
import io.loadline.catalog.Role;
import io.loadline.code.Node;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.flow.Reaches;
import io.loadline.system.Durations;
import io.loadline.system.Query;
import io.loadline.system.Setting;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Loop;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loops that repeat a remote call, a query or a publish until it succeeds. Their limits are named as those of retry components: {@code
 * delay}, {@code multiplier} (above 1 where the pause grows), {@code jitter}, {@code max-attempts}.
 */
public final class RetryLoops {

    /** Finds the retry loops of a system. */
    public static final Query<RetryLoops> QUERY = new Query<>("retry loops") {
        @Override
        protected RetryLoops compute(SystemModel system) {
            return new RetryLoops(system);
        }
    };

    /** A loop as a retry component. */
    public record RetryLoop(Making making, Map<String, Setting> limits) {
        public RetryLoop {
            limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        }
    }

    private static final String TYPE = "retry loop";
    private static final List<Effect> REPEATED = List.of(Effect.REMOTE, Effect.QUERY, Effect.PUBLISH, Effect.MODEL);

    private final Program program;
    private final Reaches reaches;
    private final Values values;
    private final List<RetryLoop> all = new ArrayList<>();

    private RetryLoops(SystemModel system) {
        this.program = system.ask(Program.QUERY);
        this.reaches = system.ask(Reaches.QUERY);
        this.values = new Values(program, module -> key -> system.configured(module, key));
        for (ProjectType type : system.code().types()) {
            for (Method method : type.methods()) {
                find(method, system.code().sites(method));
            }
        }
    }

    /** All of them, in the order of files. */
    public List<RetryLoop> all() {
        return Collections.unmodifiableList(all);
    }

    private void find(Method method, List<CallSite> sites) {
        Set<Loop> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (CallSite site : sites) {
            Optional<Loop> loop = retrying(site.frame());
            if (loop.isPresent()
                    && repeats(site)
                    && seen.add(loop.get())
                    && !Attempts.differ(site, loop.get(), program.texts().of(method))) {
                add(method, loop.get(), site, sites);
            }
        }
    }

    private static Optional<Loop> retrying(Frame frame) {
        return frame.chain().stream()
                .filter(f -> f.kind() == Frame.Kind.LOOP)
                .findFirst()
                .flatMap(Frame::loop)
                .filter(loop -> loop.bound() == Loop.Bound.RETRY);
    }

    private boolean repeats(CallSite site) {
        return REPEATED.stream().anyMatch(effect -> reaches.leads(site, effect));
    }

    private void add(Method method, Loop loop, CallSite repeated, List<CallSite> sites) {
        Location at = Location.of(method.owner().path(), loop.span());
        Component component = new Component(
                Role.RETRY, TYPE, null, null, List.of(), null, List.of(), List.of(), false, Map.of(), List.of());
        Making making = Making.loop(new ComponentMatch(component, CODE), method, repeated.title(), at);
        Optional<CallSite> pause = sites.stream()
                .filter(s -> s.frame().chain().stream()
                        .anyMatch(f -> f.loop().filter(loop::equals).isPresent()))
                .filter(this::pauses)
                .findFirst();
        Map<String, Setting> limits = pause.isPresent() ? paced(pause.get(), loop) : unpaced(at);
        all.add(new RetryLoop(making, limits));
    }

    /** Whether a call sleeps, itself or in the project's code behind it. */
    private boolean pauses(CallSite site) {
        boolean ofUnit = site.target().name().equals("sleep")
                && site.node() instanceof Node.Call call
                && call.receiver() != null
                && Words.unit(call.receiver()).isPresent();
        return ofUnit || (!repeats(site) && reaches.leads(site, Effect.SLEEP));
    }

    private static Map<String, Setting> unpaced(Location at) {
        List<Evidence> here = List.of(new Evidence(at, "tries again at once"));
        return Map.of("delay", new Setting.Stated("0s", here), "jitter", new Setting.Stated("false", here));
    }

    private Map<String, Setting> paced(CallSite pause, Loop loop) {
        List<Evidence> here = List.of(new Evidence(pause.at(), "waits before it tries again"));
        Pause words = new Pause(program.texts().of(pause.caller()), loop);
        Arguments.of(pause).forEach(words::read);
        Map<String, Setting> limits = new LinkedHashMap<>();
        boolean behind = !program.graph().from(pause).methods().isEmpty();
        if (behind && !Arguments.of(pause).stream().allMatch(RetryLoops::isFixed)) {
            Setting open = new Setting.Unresolved("how long " + pause.title() + " waits", here);
            return Map.of("delay", open, "multiplier", open, "jitter", open);
        }
        limits.put("delay", delay(pause, here));
        limits.put("multiplier", new Setting.Stated(words.grows ? "2" : "1", here));
        limits.put("jitter", new Setting.Stated(Boolean.toString(words.random), here));
        return limits;
    }

    /** Whether an argument is the same in every round by its text: a number or a unit. */
    private static boolean isFixed(Node argument) {
        return argument instanceof Node.Literal || Words.unit(argument).isPresent();
    }

    private Setting delay(CallSite pause, List<Evidence> here) {
        Expr.Scope scope = Expr.Scope.of(program.texts().of(pause.caller()));
        Node receiver = pause.node() instanceof Node.Call call ? call.receiver() : null;
        List<Node> arguments = Arguments.of(pause);
        int number = arguments.size() > 1 && Words.unit(arguments.get(0)).isPresent() ? 1 : 0;
        String unit = Stream.concat(Stream.ofNullable(receiver), arguments.stream())
                .flatMap(node -> Words.unit(node).stream())
                .findFirst()
                .map(Meaning::unit)
                .orElse(pause.target().name().equals("parkNanos") ? "ns" : "ms");
        return Arguments.of(pause, number, scope)
                .flatMap(values::of)
                .flatMap(Setting::known)
                .flatMap(text -> Durations.parse(text, unit))
                .<Setting>map(d -> new Setting.Stated(Durations.format(d), here))
                .orElse(new Setting.Stated(Meaning.SET, here));
    }

    /** Code that nobody described stands behind no library. */
    static final CatalogFile CODE = new CatalogFile(
            "code", List.of(), List.of(), "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** What the length of a pause is made of. */
    private static final class Pause {

        private final MethodText text;
        private final Loop loop;
        private final Set<Variable> seen = new HashSet<>();
        private boolean grows;
        private boolean random;

        private Pause(MethodText text, Loop loop) {
            this.text = text;
            this.loop = loop;
        }

        private void read(Node node) {
            if (node instanceof Node.Name name) {
                text.variable(name.id(), loop.span())
                        .or(() -> text.variable(name.id(), AFTER))
                        .ifPresent(this::read);
            }
            String word = node instanceof Node.Call call
                    ? call.name()
                    : node instanceof Node.New made ? made.type().name() : "";
            random |= word.toLowerCase(Locale.ROOT).contains("random")
                    || word.startsWith("nextInt")
                    || word.startsWith("nextLong")
                    || word.startsWith("nextDouble")
                    || word.toLowerCase(Locale.ROOT).contains("jitter");
            grows |= word.equals("pow") || word.toLowerCase(Locale.ROOT).contains("backoff");
            node.children().forEach(this::read);
        }

        /** A pause that is made of what changes from round to round grows. */
        private void read(Variable variable) {
            if (!seen.add(variable)) {
                return;
            }
            grows |= variable.values().size() > 1 || variable.changes();
            variable.values().forEach(v -> read(v.node()));
        }

        private static final io.loadline.evidence.Span AFTER =
                io.loadline.evidence.Span.onLine(Integer.MAX_VALUE, 1, 1);
    }
}
