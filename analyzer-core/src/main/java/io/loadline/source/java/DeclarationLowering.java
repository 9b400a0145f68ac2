package io.loadline.source.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.loadline.code.MethodDecl;
import io.loadline.code.Modifier;
import io.loadline.code.TypeDecl;
import io.loadline.code.TypeName;
import io.loadline.evidence.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Declared types: top-level, nested, local and anonymous. */
final class DeclarationLowering {

    private static final String SUFFIX = ".java";

    private final Lowering lowering;

    DeclarationLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    /** A type of the file itself. The class of a compact source file has the file's name. */
    TypeDecl topLevel(TypeDeclaration<?> type, String path) {
        boolean compact = type instanceof ClassOrInterfaceDeclaration declared && declared.isCompact();
        return compact ? member(type, fileName(path)) : member(type);
    }

    TypeDecl member(TypeDeclaration<?> type) {
        return member(type, type.getName().getIdentifier());
    }

    TypeDecl local(TypeDeclaration<?> type) {
        return entered(type, lowering.naming().enterLocal(type.getName().getIdentifier()));
    }

    /** The class behind {@code new Type() {...}}. */
    TypeDecl anonymous(com.github.javaparser.ast.Node place, TypeName type, NodeList<BodyDeclaration<?>> written) {
        String qualifiedName = lowering.interner().string(lowering.naming().enterLocal(""));
        MemberLowering members = new MemberLowering(lowering, type);
        if (written.isEmpty()) {
            lowering.syntax().inside(place, tree -> members.add(tree.getType(0).getMembers()));
        }
        members.add(written);
        lowering.naming().leave();
        return new TypeDecl(
                TypeDecl.Kind.CLASS,
                qualifiedName,
                List.of(),
                List.of(type),
                Set.of(),
                List.of(),
                members.fields(),
                members.methods(),
                members.types(),
                lowering.spans().firstWord(place));
    }

    List<MethodDecl.Parameter> parameters(NodeList<Parameter> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        List<MethodDecl.Parameter> all = new ArrayList<>(written.size());
        for (Parameter parameter : written) {
            all.add(new MethodDecl.Parameter(
                    lowering.interner().string(parameter.getName().getIdentifier()),
                    lowering.types().type(parameter.getType()),
                    parameter.isVarArgs(),
                    lowering.annotations().annotations(parameter.getAnnotations())));
        }
        return List.copyOf(all);
    }

    static Set<Modifier> modifiers(NodeList<com.github.javaparser.ast.Modifier> written) {
        Set<Modifier> known = EnumSet.noneOf(Modifier.class);
        for (com.github.javaparser.ast.Modifier modifier : written) {
            switch (modifier.getKeyword()) {
                case PUBLIC -> known.add(Modifier.PUBLIC);
                case PROTECTED -> known.add(Modifier.PROTECTED);
                case PRIVATE -> known.add(Modifier.PRIVATE);
                case STATIC -> known.add(Modifier.STATIC);
                case FINAL -> known.add(Modifier.FINAL);
                case ABSTRACT -> known.add(Modifier.ABSTRACT);
                case DEFAULT -> known.add(Modifier.DEFAULT);
                case SYNCHRONIZED -> known.add(Modifier.SYNCHRONIZED);
                case VOLATILE -> known.add(Modifier.VOLATILE);
                case TRANSIENT -> known.add(Modifier.TRANSIENT);
                case NATIVE -> known.add(Modifier.NATIVE);
                case SEALED -> known.add(Modifier.SEALED);
                case NON_SEALED, STRICTFP, TRANSITIVE -> {}
            }
        }
        return known;
    }

    private TypeDecl member(TypeDeclaration<?> type, String simpleName) {
        return entered(type, lowering.naming().enterMember(simpleName));
    }

    private TypeDecl entered(TypeDeclaration<?> type, String name) {
        String qualifiedName = lowering.interner().string(name);
        String simpleName = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        MemberLowering members =
                new MemberLowering(lowering, lowering.interner().type(simpleName));
        if (type instanceof RecordDeclaration record) {
            members.addComponents(record.getParameters());
        } else if (type instanceof EnumDeclaration constants) {
            members.addConstants(constants.getEntries());
        }
        members.add(type.getMembers());
        lowering.naming().leave();
        return new TypeDecl(
                kind(type),
                qualifiedName,
                typeParameters(type),
                supertypes(type),
                modifiers(type.getModifiers()),
                lowering.annotations().annotations(type.getAnnotations()),
                members.fields(),
                members.methods(),
                members.types(),
                type.getName().getRange().isPresent() ? lowering.spans().of(type.getName()) : Span.START);
    }

    private static TypeDecl.Kind kind(TypeDeclaration<?> type) {
        if (type instanceof EnumDeclaration) {
            return TypeDecl.Kind.ENUM;
        }
        if (type instanceof RecordDeclaration) {
            return TypeDecl.Kind.RECORD;
        }
        if (type instanceof AnnotationDeclaration) {
            return TypeDecl.Kind.ANNOTATION;
        }
        return type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface()
                ? TypeDecl.Kind.INTERFACE
                : TypeDecl.Kind.CLASS;
    }

    private List<TypeDecl.TypeParameter> typeParameters(TypeDeclaration<?> type) {
        if (type instanceof ClassOrInterfaceDeclaration declared) {
            return lowering.types().parameters(declared.getTypeParameters());
        }
        return type instanceof RecordDeclaration record
                ? lowering.types().parameters(record.getTypeParameters())
                : List.of();
    }

    private List<TypeName> supertypes(TypeDeclaration<?> type) {
        if (type instanceof EnumDeclaration constants) {
            return lowering.types().several(constants.getImplementedTypes());
        }
        if (type instanceof RecordDeclaration record) {
            return lowering.types().several(record.getImplementedTypes());
        }
        if (!(type instanceof ClassOrInterfaceDeclaration declared)) {
            return List.of();
        }
        NodeList<ClassOrInterfaceType> interfaces = declared.getImplementedTypes();
        List<TypeName> all = new ArrayList<>(lowering.types().several(declared.getExtendedTypes()));
        all.addAll(lowering.types().several(interfaces));
        return all;
    }

    private static String fileName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
