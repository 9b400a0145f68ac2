package io.loadline.source.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import io.loadline.code.Annotation;
import io.loadline.code.FieldDecl;
import io.loadline.code.MethodDecl;
import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one type, gathered in source order. */
final class MemberLowering {

    private final Lowering lowering;
    private final TypeName self;
    private final List<FieldDecl> fields = new ArrayList<>();
    private final List<MethodDecl> methods = new ArrayList<>();
    private final List<TypeDecl> types = new ArrayList<>();
    private List<MethodDecl.Parameter> components = List.of();

    MemberLowering(Lowering lowering, TypeName self) {
        this.lowering = lowering;
        this.self = self;
    }

    List<FieldDecl> fields() {
        return fields;
    }

    List<MethodDecl> methods() {
        return methods;
    }

    List<TypeDecl> types() {
        return types;
    }

    void addComponents(NodeList<Parameter> written) {
        components = lowering.declarations().parameters(written);
        for (int i = 0; i < components.size(); i++) {
            MethodDecl.Parameter component = components.get(i);
            TypeName type = component.varArgs() ? lowering.types().array(component.type(), 1) : component.type();
            fields.add(new FieldDecl(
                    component.name(),
                    type,
                    Set.of(Modifier.FINAL),
                    component.annotations(),
                    null,
                    lowering.spans().firstWord(written.get(i).getName())));
        }
    }

    void addConstants(NodeList<EnumConstantDeclaration> constants) {
        for (EnumConstantDeclaration constant : constants) {
            fields.add(new FieldDecl(
                    lowering.interner().string(constant.getName().getIdentifier()),
                    self,
                    Set.of(),
                    lowering.annotations().annotations(constant.getAnnotations()),
                    creation(constant),
                    lowering.spans().of(constant.getName())));
        }
    }

    /** Adds members and tells whether there were any. */
    boolean add(NodeList<BodyDeclaration<?>> members) {
        for (BodyDeclaration<?> member : members) {
            add(member);
        }
        return members.isNonEmpty();
    }

    private void add(BodyDeclaration<?> member) {
        if (member instanceof MethodDeclaration method) {
            Node.Block body = method.getBody().map(this::block).orElse(null);
            methods.add(callable(
                    method, method.getName().getIdentifier(), lowering.types().type(method.getType()), body));
        } else if (member instanceof FieldDeclaration field) {
            addFields(field);
        } else if (member instanceof ConstructorDeclaration constructor) {
            methods.add(callable(constructor, MethodDecl.CONSTRUCTOR, self, block(constructor.getBody())));
        } else if (member instanceof TypeDeclaration<?> type) {
            types.add(lowering.declarations().member(type));
        } else if (member instanceof InitializerDeclaration initializer) {
            addInitializer(initializer);
        } else if (member instanceof CompactConstructorDeclaration constructor) {
            addCompact(constructor);
        } else if (member instanceof AnnotationMemberDeclaration element) {
            addElement(element);
        }
    }

    private MethodDecl callable(
            CallableDeclaration<?> written, String name, TypeName returns, Node.@Nullable Block body) {
        return new MethodDecl(
                lowering.interner().string(name),
                lowering.types().parameters(written.getTypeParameters()),
                returns,
                lowering.declarations().parameters(written.getParameters()),
                DeclarationLowering.modifiers(written.getModifiers()),
                lowering.annotations().annotations(written.getAnnotations()),
                body,
                lowering.spans().of(written.getName()));
    }

    private void addFields(FieldDeclaration written) {
        List<Annotation> annotations = lowering.annotations().annotations(written.getAnnotations());
        Set<Modifier> modifiers = DeclarationLowering.modifiers(written.getModifiers());
        for (VariableDeclarator variable : written.getVariables()) {
            Node.Local declared = lowering.expressions().local(variable);
            fields.add(new FieldDecl(
                    declared.name(), declared.type(), modifiers, annotations, declared.init(), declared.span()));
        }
    }

    private void addInitializer(InitializerDeclaration written) {
        methods.add(new MethodDecl(
                written.isStatic() ? "<clinit>" : "<instance>",
                List.of(),
                lowering.interner().type("void"),
                List.of(),
                written.isStatic() ? Set.of(Modifier.STATIC) : Set.of(),
                List.of(),
                block(written.getBody()),
                lowering.spans().firstWord(written)));
    }

    /** A compact constructor takes the record's components. */
    private void addCompact(CompactConstructorDeclaration written) {
        methods.add(new MethodDecl(
                MethodDecl.CONSTRUCTOR,
                List.of(),
                self,
                components,
                DeclarationLowering.modifiers(written.getModifiers()),
                lowering.annotations().annotations(written.getAnnotations()),
                block(written.getBody()),
                lowering.spans().of(written.getName())));
    }

    /** An element of an annotation type; its default is what its body returns. */
    private void addElement(AnnotationMemberDeclaration written) {
        Optional<Expression> value = written.getDefaultValue();
        Node.Block body = value.isEmpty()
                ? null
                : new Node.Block(List.of(new Node.Return(lowering.expressions().lower(value.get()))));
        methods.add(new MethodDecl(
                lowering.interner().string(written.getName().getIdentifier()),
                List.of(),
                lowering.types().type(written.getType()),
                List.of(),
                DeclarationLowering.modifiers(written.getModifiers()),
                lowering.annotations().annotations(written.getAnnotations()),
                body,
                lowering.spans().of(written.getName())));
    }

    /** What makes an enum constant: its arguments; a body of its own becomes a nested type. */
    private @Nullable Node creation(EnumConstantDeclaration constant) {
        if (constant.getArguments().isEmpty() && constant.getClassBody().isEmpty()) {
            return null;
        }
        List<Node> arguments = lowering.expressions().lower(constant.getArguments());
        if (constant.getClassBody().isNonEmpty()) {
            types.add(lowering.declarations().anonymous(constant, self, constant.getClassBody()));
        }
        return new Node.New(self, arguments, null, lowering.spans().of(constant));
    }

    private Node.Block block(BlockStmt written) {
        return lowering.statements().block(written);
    }
}
