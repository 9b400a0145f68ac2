package io.loadline.source.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.UnknownType;
import com.github.javaparser.ast.type.VarType;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import io.loadline.code.TypeDecl;
import io.loadline.code.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Written types, without their annotations. */
final class TypeLowering {

    private static final String OBJECT = "java.lang.Object";

    private final Interner interner;

    TypeLowering(Interner interner) {
        this.interner = interner;
    }

    TypeName type(Type type) {
        if (type instanceof ClassOrInterfaceType declared) {
            return interner.type(dotted(declared), arguments(declared), 0);
        }
        if (type instanceof ArrayType array) {
            return array(array);
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        if (type instanceof IntersectionType several) {
            return several(several.getElements()).get(0);
        }
        if (type instanceof UnionType several) {
            return several(several.getElements()).get(0);
        }
        return interner.type(word(type));
    }

    /** The alternatives of a {@code catch}, or the one type there is. */
    List<TypeName> alternatives(Type type) {
        return type instanceof UnionType union ? several(union.getElements()) : List.of(type(type));
    }

    List<TypeName> several(NodeList<? extends Type> types) {
        if (types.isEmpty()) {
            return List.of();
        }
        List<TypeName> all = new ArrayList<>(types.size());
        for (Type type : types) {
            all.add(type(type));
        }
        return List.copyOf(all);
    }

    List<TypeDecl.TypeParameter> parameters(NodeList<TypeParameter> parameters) {
        if (parameters.isEmpty()) {
            return List.of();
        }
        List<TypeDecl.TypeParameter> all = new ArrayList<>(parameters.size());
        for (TypeParameter parameter : parameters) {
            NodeList<ClassOrInterfaceType> bounds = parameter.getTypeBound();
            TypeName bound = bounds.isEmpty() ? interner.type(OBJECT) : type(bounds.get(0));
            all.add(new TypeDecl.TypeParameter(
                    interner.string(parameter.getName().getIdentifier()), bound));
        }
        return List.copyOf(all);
    }

    /** The same type with more array dimensions. */
    TypeName array(TypeName element, int dimensions) {
        return interner.type(element.name(), element.arguments(), element.dimensions() + dimensions);
    }

    /** A qualified name, its parts joined by dots. */
    String dotted(Name name) {
        if (name.getQualifier().isEmpty()) {
            return interner.string(name.getIdentifier());
        }
        Deque<String> parts = new ArrayDeque<>();
        for (Optional<Name> part = Optional.of(name);
                part.isPresent();
                part = part.get().getQualifier()) {
            parts.push(part.get().getIdentifier());
        }
        return interner.string(String.join(".", parts));
    }

    private static String dotted(ClassOrInterfaceType type) {
        if (type.getScope().isEmpty()) {
            return type.getName().getIdentifier();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (Optional<ClassOrInterfaceType> part = Optional.of(type);
                part.isPresent();
                part = part.get().getScope()) {
            parts.push(part.get().getName().getIdentifier());
        }
        return String.join(".", parts);
    }

    private List<TypeName> arguments(ClassOrInterfaceType type) {
        Optional<NodeList<Type>> arguments = type.getTypeArguments();
        return arguments.isEmpty() ? List.of() : several(arguments.get());
    }

    private TypeName array(ArrayType type) {
        Type element = type;
        int dimensions = 0;
        while (element instanceof ArrayType array) {
            element = array.getComponentType();
            dimensions++;
        }
        return array(type(element), dimensions);
    }

    private TypeName wildcard(WildcardType wildcard) {
        Optional<ReferenceType> bound =
                wildcard.getExtendedType().isPresent() ? wildcard.getExtendedType() : wildcard.getSuperType();
        return bound.isPresent() ? type(bound.get()) : interner.type("?");
    }

    private static String word(Type type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive.getType().asString();
        }
        if (type instanceof VoidType) {
            return "void";
        }
        if (type instanceof VarType || type instanceof UnknownType) {
            return "var";
        }
        if (type instanceof TypeParameter parameter) {
            return parameter.getName().getIdentifier();
        }
        return type.asString();
    }
}
