package io.loadline.system.code;

import io.loadline.code.Annotation;
import io.loadline.code.MethodDecl;
import io.loadline.code.TypeDecl;
import io.loadline.evidence.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A type that the audited project declares. Two are equal only when they are the same one: names may repeat between modules. */
public final class ProjectType implements Shape {

    private final TypeDecl decl;
    private final String path;
    private final String module;
    private final @Nullable ProjectType enclosing;
    private final Names names;
    private final List<Method> methods;
    private final List<String> typeParameters;
    private final TypeRef self;
    private final TypeRef raw;
    private final Map<String, List<Signature>> signatures = new LinkedHashMap<>();
    private final Map<String, TypeRef> fields = new HashMap<>();
    private List<TypeRef> bounds = List.of();
    private List<TypeRef> supertypes = List.of();

    ProjectType(TypeDecl decl, String path, String module, @Nullable ProjectType enclosing, Names names) {
        this.decl = decl;
        this.path = path;
        this.module = module;
        this.enclosing = enclosing;
        this.names = names.within(this);
        this.typeParameters =
                decl.typeParameters().stream().map(TypeDecl.TypeParameter::name).toList();
        this.self = TypeRef.of(
                decl.qualifiedName(),
                typeParameters.stream().map(TypeRef::variable).toList());
        this.raw = self.raw();
        List<Method> own = new ArrayList<>();
        for (MethodDecl method : decl.methods()) {
            own.add(new Method(this, method, own.size()));
        }
        Initialisers.of(decl).forEach(method -> own.add(new Method(this, method, own.size())));
        this.methods = List.copyOf(own);
    }

    /** Resolves what is written in the type's head; called once, after all types are known by name. */
    void link(GeneratedMembers generated) {
        supertypes = decl.supertypes().stream().map(names::resolve).toList();
        bounds = decl.typeParameters().stream().map(this::bound).toList();
        decl.fields().forEach(f -> fields.putIfAbsent(f.name(), names.resolve(f.type())));
        for (Method method : methods) {
            signatures.computeIfAbsent(method.name(), n -> new ArrayList<>(1)).add(signature(method));
        }
        generated.of(this).forEach(s -> {
            List<Signature> same = signatures.computeIfAbsent(s.name(), n -> new ArrayList<>(1));
            if (same.stream()
                    .noneMatch(own -> own.parameters().size() == s.parameters().size())) {
                same.add(s);
            }
        });
    }

    private TypeRef bound(TypeDecl.TypeParameter parameter) {
        TypeRef bound = names.resolve(parameter.bound()).raw();
        return bound.equals(TypeRef.OBJECT) || bound.isVariable() ? TypeRef.UNKNOWN : bound;
    }

    private Signature signature(Method method) {
        MethodDecl written = method.decl();
        Names inside = names.within(written.typeParameters());
        boolean open = decl.kind() == TypeDecl.Kind.INTERFACE && written.body() == null;
        boolean varArgs = !written.parameters().isEmpty()
                && written.parameters().get(written.parameters().size() - 1).varArgs();
        List<TypeRef> parameters = written.parameters().stream()
                .map(p -> inside.resolve(p.type()).arrayOf(p.varArgs() ? 1 : 0))
                .toList();
        return new Signature(
                name(),
                written.name(),
                written.typeParameters().stream()
                        .map(TypeDecl.TypeParameter::name)
                        .toList(),
                parameters,
                written.isConstructor() ? self() : inside.resolve(written.returns()),
                varArgs,
                open,
                method);
    }

    /** The type itself with its own parameters as arguments. */
    TypeRef self() {
        return self;
    }

    @Override
    public TypeRef raw() {
        return raw;
    }

    @Override
    public String name() {
        return decl.qualifiedName();
    }

    /** The last part of the name. */
    public String simpleName() {
        return decl.simpleName();
    }

    /** What is written. */
    public TypeDecl decl() {
        return decl;
    }

    /** The file that declares it. */
    public String path() {
        return path;
    }

    /** Directory of the module that it belongs to. */
    public String module() {
        return module;
    }

    /** The type around it, for nested types. */
    public Optional<ProjectType> enclosing() {
        return Optional.ofNullable(enclosing);
    }

    /** Resolves names as they are written inside this type. */
    public Names names() {
        return names;
    }

    /** Its methods, constructors and initialisers, in source order. */
    public List<Method> methods() {
        return methods;
    }

    /** Its own methods of that name. */
    public List<Method> methods(String name) {
        return methods.stream().filter(m -> m.name().equals(name)).toList();
    }

    /** Where its name stands. */
    public Location at() {
        return Location.of(path, decl.span());
    }

    /** The annotation of that qualified name on the type itself. */
    public Optional<Annotation> annotation(String qualifiedName) {
        return annotation(decl.annotations(), qualifiedName);
    }

    /** Qualified names of the annotations on the type itself. */
    public List<String> annotationNames() {
        return decl.annotations().stream().map(a -> names.annotation(a.name())).toList();
    }

    Optional<Annotation> annotation(List<Annotation> written, String qualifiedName) {
        String simple = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        return written.stream()
                .filter(a -> a.simpleName().equals(simple))
                .filter(a -> names.annotation(a.name()).equals(qualifiedName))
                .findFirst();
    }

    @Override
    public List<String> typeParameters() {
        return typeParameters;
    }

    @Override
    public List<TypeRef> bounds() {
        return bounds;
    }

    /** This type and those of the project above it, nearest first. */
    public List<ProjectType> lineage() {
        return names.view().lineage(name()).stream()
                .flatMap(above -> names.view().findProject(above).stream())
                .toList();
    }

    @Override
    public List<TypeRef> supertypes() {
        return supertypes;
    }

    @Override
    public List<Signature> signatures(String name) {
        return signatures.getOrDefault(name, List.of());
    }

    @Override
    public Optional<Signature> functional() {
        List<Signature> open = signatures.values().stream()
                .flatMap(List::stream)
                .filter(Signature::isAbstract)
                .toList();
        return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
    }

    @Override
    public Optional<TypeRef> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    @Override
    public String toString() {
        return name();
    }
}
