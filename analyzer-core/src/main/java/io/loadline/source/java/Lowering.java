package io.loadline.source.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.loadline.code.TypeDecl;
import io.loadline.code.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the syntax tree of one file into our model. Its parts know each other through this. */
final class Lowering {

    private final Interner interner = new Interner();
    private final Spans spans = new Spans();
    private final Syntax syntax = new Syntax(spans);
    private final Naming naming = new Naming();
    private final TypeLowering types = new TypeLowering(interner);
    private final AnnotationLowering annotations = new AnnotationLowering(this);
    private final ExpressionLowering expressions = new ExpressionLowering(this);
    private final StatementLowering statements = new StatementLowering(this);
    private final DeclarationLowering declarations = new DeclarationLowering(this);

    /** The model of one file; empty when it has no syntax tree at all. */
    Optional<Unit> unit(String path, String text) {
        return syntax.open(path, text).map(tree -> unit(path, tree));
    }

    private Unit unit(String path, CompilationUnit tree) {
        String packageName = tree.getPackageDeclaration()
                .map(declared -> types.dotted(declared.getName()))
                .orElse("");
        List<Unit.Import> imports = new ArrayList<>(tree.getImports().size());
        for (ImportDeclaration each : tree.getImports()) {
            if (!each.isModule()) {
                imports.add(new Unit.Import(types.dotted(each.getName()), each.isStatic(), each.isAsterisk()));
            }
        }
        naming.open(packageName);
        List<TypeDecl> declared = new ArrayList<>(tree.getTypes().size());
        for (TypeDeclaration<?> type : tree.getTypes()) {
            declared.add(declarations.topLevel(type, path));
        }
        return new Unit(path, packageName, imports, declared);
    }

    Interner interner() {
        return interner;
    }

    Spans spans() {
        return spans;
    }

    Syntax syntax() {
        return syntax;
    }

    Naming naming() {
        return naming;
    }

    TypeLowering types() {
        return types;
    }

    AnnotationLowering annotations() {
        return annotations;
    }

    ExpressionLowering expressions() {
        return expressions;
    }

    StatementLowering statements() {
        return statements;
    }

    DeclarationLowering declarations() {
        return declarations;
    }
}
