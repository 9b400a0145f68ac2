package io.loadline.system.code;

import io.loadline.code.Annotation;
import io.loadline.code.MethodDecl;
import io.loadline.evidence.Location;
import java.util.List;
import java.util.Optional;

/** A method of the project. Two are equal only when they are the same one. */
public final class Method {

    private final ProjectType owner;
    private final MethodDecl decl;
    private final int index;
    private final Survey survey;

    Method(ProjectType owner, MethodDecl decl, int index) {
        this.owner = owner;
        this.decl = decl;
        this.index = index;
        this.survey = decl.body() == null ? Survey.NOTHING : Survey.of(decl.body());
    }

    /** The type that declares it. */
    public ProjectType owner() {
        return owner;
    }

    /** What is written. */
    public MethodDecl decl() {
        return decl;
    }

    /** The name; {@code <init>} for constructors. */
    public String name() {
        return decl.name();
    }

    /** Where its name stands. */
    public Location at() {
        return Location.of(owner.path(), decl.span());
    }

    /** The name for people: {@code OrderService.findOrders}. */
    public String title() {
        return owner.simpleName() + "." + (decl.isConstructor() ? "new" : decl.name());
    }

    /** Names it within its type, the same after moved lines: {@code findOrders/2}. */
    public String key() {
        return decl.name() + "/" + decl.parameters().size();
    }

    /** Its number within its type, in source order. */
    public int index() {
        return index;
    }

    Survey survey() {
        return survey;
    }

    /** The annotation of that qualified name on the method itself. */
    public Optional<Annotation> annotation(String qualifiedName) {
        return owner.annotation(decl.annotations(), qualifiedName);
    }

    /** Qualified names of the annotations on the method itself. */
    public List<String> annotationNames() {
        return decl.annotations().stream()
                .map(a -> owner.names().annotation(a.name()))
                .toList();
    }

    @Override
    public String toString() {
        return owner.name() + "#" + key();
    }
}
