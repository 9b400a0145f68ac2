package io.loadline.flow.component;

import io.loadline.catalog.Catalog.ComponentMatch;
import io.loadline.catalog.CatalogFile.Component;
import io.loadline.catalog.Role;
import io.loadline.catalog.Trait;
import io.loadline.code.Annotation;
import io.loadline.evidence.Location;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place where a component comes into being: a call that makes it, or an annotation that declares it. Two are equal only when they are the same one. */
public final class Making {

    private final ComponentMatch match;
    private final ProjectType type;
    private final @Nullable Method method;
    private final @Nullable CallSite creation;
    private final @Nullable Annotation annotation;
    private final Cone cone;
    private final String name;
    private final @Nullable Location head;

    private Making(
            ComponentMatch match,
            ProjectType type,
            @Nullable Method method,
            @Nullable CallSite creation,
            @Nullable Annotation annotation,
            Cone cone,
            String name,
            @Nullable Location head) {
        this.match = match;
        this.type = type;
        this.method = method;
        this.creation = creation;
        this.annotation = annotation;
        this.cone = cone;
        this.name = name;
        this.head = head;
    }

    /** @param name the variable, field or method that keeps it */
    static Making created(ComponentMatch match, CallSite creation, Cone cone, String name) {
        return new Making(match, creation.caller().owner(), creation.caller(), creation, null, cone, name, null);
    }

    /** @param name that the annotation gives it */
    static Making declared(
            ComponentMatch match, ProjectType type, @Nullable Method method, Annotation annotation, String name) {
        return new Making(match, type, method, null, annotation, Cone.EMPTY, name, null);
    }

    /** @param repeats the call that it repeats */
    static Making loop(ComponentMatch match, Method method, String repeats, Location head) {
        return new Making(match, method.owner(), method, null, null, Cone.EMPTY, repeats, head);
    }

    /** What the catalog says of it. */
    public Component component() {
        return match.component();
    }

    /** The library that it comes from, for people. */
    public String library() {
        return match.file().library();
    }

    /** What the catalog says of it, and where. */
    public ComponentMatch match() {
        return match;
    }

    /** What it is to the system. */
    public Role role() {
        return match.component().role();
    }

    /** Whether the catalog refines it so. */
    public boolean is(Trait trait) {
        return match.component().traits().contains(trait);
    }

    /** The type in which it stands, or which is declared to be one. */
    public ProjectType type() {
        return type;
    }

    /** The method in which it is made, or which carries the declaration; empty where a type carries it. */
    public Optional<Method> method() {
        return Optional.ofNullable(method);
    }

    /** The call that makes it; empty for declared ones. */
    public Optional<CallSite> creation() {
        return Optional.ofNullable(creation);
    }

    /** The annotation that declares it; empty for those that code makes. */
    public Optional<Annotation> annotation() {
        return Optional.ofNullable(annotation);
    }

    /** What it is called where it is made. */
    public String name() {
        return name;
    }

    Cone cone() {
        return cone;
    }

    /** Where a reviewer would point. */
    public Location at() {
        if (head != null) {
            return head;
        }
        if (creation != null) {
            return creation.at();
        }
        return method != null ? method.at() : type.at();
    }

    /** The component for people: {@code new RestTemplate}. */
    public String title() {
        if (creation != null) {
            return creation.title();
        }
        return "@" + (annotation == null ? "" : annotation.simpleName()) + " "
                + (method != null ? method.name() : type.simpleName());
    }

    @Override
    public String toString() {
        return title() + " at " + at();
    }
}
