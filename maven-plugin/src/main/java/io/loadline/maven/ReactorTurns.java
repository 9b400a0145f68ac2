package io.loadline.maven;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Which module of a reactor judges for all. Modules are counted, since under {@code -T} the last of the list need not be the last to
 * come; a module that fails never comes, so the end of the session is the last chance. The request keeps the count: a static field would
 * outlive the build in a daemon.
 */
final class ReactorTurns {

    /** Leaves judging to others. */
    static final Turn NOTHING = () -> {};

    private final List<MavenProject> reactor;
    private final int expected;
    private final Set<MavenProject> arrived = new HashSet<>();
    private final TreeMap<Integer, Turn> judges = new TreeMap<>();
    private boolean judged;

    private ReactorTurns(List<MavenProject> reactor, int expected) {
        this.reactor = reactor;
        this.expected = expected;
    }

    /** The turns of one execution of a goal, the same for all modules of a build. */
    static ReactorTurns of(MavenSession session, MojoExecution execution) {
        MavenExecutionRequest request = session.getRequest();
        String key = ReactorTurns.class.getName() + ":" + execution.getGoal() + ":" + execution.getExecutionId();
        synchronized (request) {
            if (request.getData().get(key) instanceof ReactorTurns known) {
                return known;
            }
            List<MavenProject> reactor = session.getProjects();
            ReactorTurns turns = new ReactorTurns(reactor, expected(reactor, execution));
            request.getData().put(key, turns);
            request.setExecutionListener(turns.watching(session, request.getExecutionListener()));
            return turns;
        }
    }

    private static int expected(List<MavenProject> reactor, MojoExecution execution) {
        MojoDescriptor goal = execution.getMojoDescriptor();
        if (execution.getSource() == MojoExecution.Source.CLI) {
            return goal.isAggregator() || !goal.isProjectRequired() ? 1 : reactor.size();
        }
        return (int) reactor.stream()
                .filter(project -> project.getBuildPlugins().stream().anyMatch(plugin -> binds(plugin, execution)))
                .count();
    }

    private static boolean binds(Plugin plugin, MojoExecution execution) {
        return plugin.getKey().equals(execution.getPlugin().getKey())
                && plugin.getExecutionsAsMap().containsKey(execution.getExecutionId());
    }

    /** Notes that a module came. It gets to judge for all when it is the last, by the parameters of the root or else of the first module. */
    synchronized Turn arrive(MavenProject project, Turn judge) {
        judges.put(project.isExecutionRoot() ? -1 : Math.max(0, reactor.indexOf(project)), judge);
        return pass(project);
    }

    /** Notes that a module came that does not want to judge. */
    synchronized Turn pass(MavenProject project) {
        arrived.add(project);
        return arrived.size() >= expected ? last() : NOTHING;
    }

    private synchronized Turn last() {
        if (judged || judges.isEmpty()) {
            return NOTHING;
        }
        judged = true;
        return judges.firstEntry().getValue();
    }

    private ExecutionListener watching(MavenSession session, @Nullable ExecutionListener before) {
        return (ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("sessionEnded")) {
                        judgeAtTheEnd(session);
                    }
                    try {
                        return before == null ? null : method.invoke(before, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** Nobody catches what a listener throws, so whatever goes wrong here becomes part of the result. */
    private void judgeAtTheEnd(MavenSession session) {
        try {
            last().take();
        } catch (Exception failed) {
            session.getResult().addException(failed);
        }
    }
}
