package io.loadline.system.service;

import io.loadline.deploy.Workload;
import io.loadline.evidence.Location;
import io.loadline.evidence.Proof;
import io.loadline.system.Subject;
import io.loadline.system.build.Module;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the system that is built and run as one, or a library that is built for others.
 *
 * @param id names it within the system
 * @param module its own module
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
        LIBRARY
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public List<String> services() {
        return List.of(id);
    }
}
