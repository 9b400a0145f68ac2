package io.loadline.flow.component;

import io.loadline.catalog.Effect;
import io.loadline.code.Node;
import io.loadline.flow.EntryPoints;
import io.loadline.flow.Handed;
import io.loadline.flow.Operations;
import io.loadline.flow.Reaches;
import io.loadline.system.Query;
import io.loadline.system.Reach.Heat;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Frame;
import io.loadline.system.code.Loop;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What hands work to an executor, and whether that alone keeps the number of its tasks small. */
public final class Feeds {

    /** Judges the feeding of the executors of a system. */
    public static final Query<Feeds> QUERY = new Query<>("feeds of executors") {
        @Override
        protected Feeds compute(SystemModel system) {
            return new Feeds(system);
        }
    };

    /** What one call that hands in work says of the number of tasks. */
    public enum Kind {
        /** As many as there are callers. */
        FREE,
        /** The caller waits for what it handed in. */
        AWAITED,
        /** The caller waits for what it handed in, as many tasks as there is data. */
        FANNED_OUT,
        /** The task runs as long as the process. */
        ENDLESS,
        /** Something in front turns work away. */
        GUARDED,
        /** Only the start of the process hands it in. */
        STARTED
    }

    /** A call that hands in work. */
    public record Feed(CallSite site, Kind kind, Heat heat) {}

    /**
     * Everything that hands in work.
     *
     * @param complete whether nothing else can
     */
    public record Feeding(List<Feed> feeds, boolean complete) {
        public Feeding {
            feeds = List.copyOf(feeds);
        }

        /** Whether it is known that only feeds of some kinds hand in work. */
        public boolean isOnly(Set<Kind> kinds) {
            return complete && !feeds.isEmpty() && feeds.stream().allMatch(f -> kinds.contains(f.kind()));
        }

        /** The calls that may hand in any number of tasks. */
        public List<CallSite> free() {
            return feeds.stream()
                    .filter(f -> f.kind() == Kind.FREE)
                    .map(Feed::site)
                    .toList();
        }

        /** Whether it is known that no way in from outside brings the work, or only little beside work that is bounded. */
        public boolean isAside() {
            List<Feed> open = feeds.stream()
                    .filter(f -> f.kind() == Kind.FREE || f.kind() == Kind.FANNED_OUT)
                    .toList();
            boolean little =
                    open.size() <= feeds.size() - open.size() && open.stream().noneMatch(f -> f.heat() == Heat.REQUEST);
            return complete
                    && !feeds.isEmpty()
                    && (little || open.stream().allMatch(f -> f.heat().compareTo(Heat.UNKNOWN) <= 0));
        }
    }

    private static final int DEEPEST = 3;

    private static final Pattern JOINS =
            Pattern.compile(".*(Future|CountDownLatch|CompletionService|Phaser|ExecutorService|ForkJoinTask|Executor)");
    private static final Set<String> ROOM = Set.of(
            "remainingCapacity", "tryAcquire", "availablePermits", "getActiveCount", "getQueueSize", "tryAcquireNow");
    private static final Pattern WAITING =
            Pattern.compile("(?i).*(queue|pending|tasks|buffer|waiting|backlog|inflight).*");

    private final Program program;
    private final Makings makings;
    private final Uses uses;
    private final Operations operations;
    private final Reaches reaches;
    private final Handed handed;
    private final EntryPoints entries;
    private final PoolWays ways;
    private final Endless endless;
    private final Set<String> annotated;

    private Feeds(SystemModel system) {
        this.program = system.ask(Program.QUERY);
        this.makings = system.ask(Makings.QUERY);
        this.uses = system.ask(Uses.QUERY);
        this.operations = system.ask(Operations.QUERY);
        this.reaches = system.ask(Reaches.QUERY);
        this.handed = system.ask(Handed.QUERY);
        this.entries = system.ask(EntryPoints.QUERY);
        this.ways = new PoolWays(program);
        this.endless = new Endless(program);
        this.annotated = handsInByAnnotation(system);
    }

    /** Names of the executors to which the framework hands work by itself; an empty name stands for any. */
    private static Set<String> handsInByAnnotation(SystemModel system) {
        Set<String> async = system.code().catalog().markers("async-method").stream()
                .flatMap(m -> m.annotations().stream())
                .collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        for (ProjectType type : system.code().types()) {
            Stream.concat(
                            type.decl().annotations().stream(),
                            type.methods().stream().flatMap(m -> m.decl().annotations().stream()))
                    .filter(a -> async.contains(type.names().annotation(a.name())))
                    .map(a -> Beans.texts(a, type))
                    .forEach(texts -> names.addAll(texts.isEmpty() ? List.of("") : texts));
        }
        return names;
    }

    private boolean isAnnotated(Method maker) {
        return annotated.contains("") || program.beans().names(maker).stream().anyMatch(annotated::contains);
    }

    /** The feeding of the executor that a call makes; empty where nothing is known of it. */
    public synchronized Optional<Feeding> of(CallSite creation) {
        Optional<Making> making = makings.at(creation);
        if (making.isEmpty()) {
            return Optional.empty();
        }
        PoolWays.Way way = ways.of(creation);
        Set<CallSite> sites = new LinkedHashSet<>(uses.of(making.get()));
        sites.addAll(way.on());
        sites.removeIf(site ->
                operations.of(site).filter(o -> o.does() == Effect.SUBMIT).isEmpty());
        sites.addAll(way.handedTo());
        List<Feed> feeds = sites.stream().map(this::feed).toList();
        boolean complete = way.isSeen() && !(way.isShared() && (isAnnotated(creation.caller()) || feeds.isEmpty()));
        return Optional.of(new Feeding(feeds, complete));
    }

    private Feed feed(CallSite site) {
        return new Feed(site, kind(site), heat(site.caller()));
    }

    private Heat heat(Method caller) {
        Heat heat = entries.reachOf(caller).heat();
        return heat == Heat.UNKNOWN && caller.name().startsWith("<") ? Heat.STARTUP : heat;
    }

    private Kind kind(CallSite site) {
        if (endless.runs(site)) {
            return Kind.ENDLESS;
        }
        if (isGuarded(site)) {
            return Kind.GUARDED;
        }
        if (isAwaited(site, 0)) {
            return isRepeated(site) ? Kind.FANNED_OUT : Kind.AWAITED;
        }
        return heat(site.caller()) == Heat.STARTUP && !isRepeated(site) ? Kind.STARTED : Kind.FREE;
    }

    private static boolean isRepeated(CallSite site) {
        return site.frame().chain().stream()
                .flatMap(f -> f.loop().stream())
                .anyMatch(l -> l.bound() == Loop.Bound.DATA || l.bound() == Loop.Bound.UNKNOWN);
    }

    /** Whether the body, or whoever gets the result, waits for the end of the task afterwards. */
    private boolean isAwaited(CallSite site, int depth) {
        if (waitsAfter(site)) {
            return true;
        }
        Method caller = site.caller();
        List<CallSite> askers = program.callers().of(caller);
        boolean given = caller.decl().returns().toString().contains("Future");
        return given
                && depth < DEEPEST
                && !askers.isEmpty()
                && askers.stream().allMatch(asker -> isAwaited(asker, depth + 1));
    }

    private boolean waitsAfter(CallSite site) {
        boolean here = handed.runsNow(site);
        return program.code().sites(site.caller()).stream()
                .filter(other -> other.order() > site.order() && (!here || handed.runsNow(other)))
                .anyMatch(this::joins);
    }

    private boolean joins(CallSite site) {
        if (operations.of(site).filter(o -> o.does() == Effect.SUBMIT).isPresent()) {
            return false;
        }
        return reaches.from(site, Effect.WAIT)
                .map(way -> way.operation().target().receiver().simpleName())
                .filter(on -> JOINS.matcher(on).matches())
                .isPresent();
    }

    /** A check in front that leaves when there is no room, or a permit that has to be had first. */
    private boolean isGuarded(CallSite site) {
        boolean permit = program.code().sites(site.caller()).stream()
                .filter(other -> other.order() < site.order())
                .anyMatch(other -> other.target().name().startsWith("acquire")
                        && other.target().receiver().simpleName().endsWith("Semaphore"));
        Node.Block body = site.caller().decl().body();
        boolean asked = site.frame().chain().stream()
                .filter(f -> f.kind() == Frame.Kind.ARM)
                .flatMap(f -> f.node().stream())
                .anyMatch(n -> n instanceof Node.Branch branch && asksForRoom(branch.subject()));
        return permit || asked || (body != null && turnsAway(body));
    }

    private static boolean turnsAway(Node node) {
        if (node instanceof Node.Branch branch && asksForRoom(branch.subject())) {
            return branch.arms().stream().anyMatch(Feeds::leaves);
        }
        return node.children().stream().anyMatch(Feeds::turnsAway);
    }

    private static boolean leaves(Node arm) {
        List<Node> steps = arm instanceof Node.Block block ? block.steps() : List.of(arm);
        return steps.stream().anyMatch(s -> s instanceof Node.Throw || s instanceof Node.Return);
    }

    private static boolean asksForRoom(Node subject) {
        if (subject instanceof Node.Call call) {
            boolean size = call.name().equals("size")
                    && WAITING.matcher(nameOf(call.receiver())).matches();
            if (size || ROOM.contains(call.name())) {
                return true;
            }
        }
        return subject.children().stream().anyMatch(Feeds::asksForRoom);
    }

    private static String nameOf(@Nullable Node node) {
        if (node instanceof Node.Name name) {
            return name.id();
        }
        return node instanceof Node.Select select ? select.name() : node instanceof Node.Call call ? call.name() : "";
    }
}
