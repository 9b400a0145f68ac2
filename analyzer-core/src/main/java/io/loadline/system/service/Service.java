package io.loadline.system.service;

import io.loadline.deploy.Workload;
import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.system.Subject;
import io.loadline.system.build.Module;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the system that is built and run as one, or a library that is built for others.
 *
 * @param id names it within the system
 * @param module its own module; absent for a workload without source in the tree
 * @param modules directories of its own module and of those that it uses, its own first
 * @param mainClass qualified; absent when none is known
 * @param workloads that run it, in every environment, sorted by place
 * @param link why this is a service and why its workloads are its own, as sure as the surest of these links
 * @param at its main class, or else its module
 */
public record Service(
        String id,
        Kind kind,
        @Nullable Module module,
        List<String> modules,
        @Nullable String mainClass,
        List<Workload> workloads,
        Proof link,
        Location at)
        implements Subject {

    public Service {
        modules = List.copyOf(modules);
        workloads = List.copyOf(workloads);
    }

    /** What becomes of a module. */
    public enum Kind {
        /** It runs by itself. */
        DEPLOYABLE,
        /** It runs inside something that is not part of the tree. */
        LIBRARY,
        /** A workload without source in the tree, of which nothing tells whether it runs Java. It belongs to no score. */
        UNTOLD
    }

    /** Why nothing of it can be judged; empty where it can. */
    public Optional<String> whyUntold() {
        return kind == Kind.UNTOLD
                ? Optional.of("whether %s runs Java, which nothing in its manifest tells".formatted(id))
                : Optional.empty();
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public List<String> services() {
        return kind == Kind.UNTOLD ? List.of() : List.of(id);
    }
}
