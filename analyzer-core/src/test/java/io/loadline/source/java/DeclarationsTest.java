package io.loadline.source.java;

import static io.loadline.source.java.Sources.type;
import static io.loadline.source.java.Sources.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.code.Annotation;
import io.loadline.code.FieldDecl;
import io.loadline.code.MethodDecl;
import io.loadline.code.Modifier;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.TypeName;
import io.loadline.code.Unit;
import io.loadline.evidence.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationsTest {

    @Test
    void unitKeepsPackageAndImports() {
        Unit unit = unit("package a.b; import c.D; import e.*; import static f.G.h; import static i.J.*; class K {}");
        assertThat(unit.path()).isEqualTo(Sources.PATH);
        assertThat(unit.packageName()).isEqualTo("a.b");
        assertThat(unit.imports())
                .containsExactly(
                        new Unit.Import("c.D", false, false),
                        new Unit.Import("e", false, true),
                        new Unit.Import("f.G.h", true, false),
                        new Unit.Import("i.J", true, true));
        assertThat(unit.types()).extracting(TypeDecl::qualifiedName).containsExactly("a.b.K");
    }

    @Test
    void classKeepsItsHead() {
        TypeDecl type =
                type("@A public abstract sealed class B<T extends C & D, U> extends E<T> implements F, G permits H {}");
        assertThat(type.kind()).isEqualTo(TypeDecl.Kind.CLASS);
        assertThat(type.modifiers()).containsExactly(Modifier.PUBLIC, Modifier.ABSTRACT, Modifier.SEALED);
        assertThat(type.typeParameters())
                .containsExactly(
                        new TypeDecl.TypeParameter("T", TypeName.of("C")),
                        new TypeDecl.TypeParameter("U", TypeName.of("java.lang.Object")));
        assertThat(type.supertypes()).extracting(TypeName::toString).containsExactly("E<T>", "F", "G");
        assertThat(type.annotation("A")).isPresent();
        assertThat(type.span()).isEqualTo(new Span(1, 33, 1, 33));
    }

    @Test
    void membersKeepTheirOrder() {
        TypeDecl type =
                type("class A { int a, b = 1; { f(); } static { g(); } A() {} int m() { return a; } class B {} }");
        assertThat(type.fields()).extracting(FieldDecl::name).containsExactly("a", "b");
        assertThat(type.methods())
                .extracting(MethodDecl::name)
                .containsExactly("<instance>", "<clinit>", "<init>", "m");
        assertThat(type.methods()).extracting(m -> m.returns().name()).containsExactly("void", "void", "A", "int");
        assertThat(type.members()).extracting(TypeDecl::qualifiedName).containsExactly("A.B");
    }

    @Test
    void methodKeepsItsHead() {
        MethodDecl method =
                type("class A { @B protected final synchronized <T> List<? extends T>[] m(@C int a, String... b) throws X { return null; } }")
                        .methods()
                        .get(0);
        assertThat(method.returns()).hasToString("List<T>[]");
        assertThat(method.typeParameters())
                .extracting(TypeDecl.TypeParameter::name)
                .containsExactly("T");
        assertThat(method.modifiers()).containsExactly(Modifier.PROTECTED, Modifier.FINAL, Modifier.SYNCHRONIZED);
        assertThat(method.parameters())
                .extracting(p -> p.type() + " " + p.name() + p.varArgs())
                .containsExactly("int afalse", "String btrue");
        assertThat(method.parameters().get(0).annotations())
                .extracting(Annotation::name)
                .containsExactly("C");
        assertThat(method.annotation("B")).isPresent();
        assertThat(method.span()).isEqualTo(new Span(1, 67, 1, 67));
    }

    @Test
    void abstractMethodHasNoBody() {
        TypeDecl type = type("interface A { void a(); default void b() {} }");
        assertThat(type.kind()).isEqualTo(TypeDecl.Kind.INTERFACE);
        assertThat(type.methods().get(0).body()).isNull();
        assertThat(type.methods().get(1).body()).isNotNull();
        assertThat(type.methods().get(1).modifiers()).containsExactly(Modifier.DEFAULT);
    }

    @Test
    void typesAreAsWritten() {
        List<FieldDecl> fields =
                type("class A { java.util.Map<String, ? super B> a; Map.Entry<?, int[]>[] b; Outer<C>.Inner c; @N List<@N D> d; }")
                        .fields();
        assertThat(fields)
                .extracting(f -> f.type().toString())
                .containsExactly("java.util.Map<String, B>", "Map.Entry<?, int[]>[]", "Outer.Inner", "List<D>");
    }

    @Test
    void enumConstantsAreFieldsOfTheEnum() {
        TypeDecl type = type("package p; enum A implements I { X, Y(1) { void m() { f(); } }, Z; int n; }");
        assertThat(type.kind()).isEqualTo(TypeDecl.Kind.ENUM);
        assertThat(type.fields()).extracting(FieldDecl::name).containsExactly("X", "Y", "Z", "n");
        assertThat(type.fields().get(1).type()).isEqualTo(TypeName.of("A"));
        assertThat(type.fields().get(0).initializer()).isNull();
        assertThat(type.fields().get(1).initializer())
                .isInstanceOfSatisfying(
                        Node.New.class, made -> assertThat(made.arguments()).hasSize(1));
        assertThat(type.members()).extracting(TypeDecl::qualifiedName).containsExactly("p.A.1");
        assertThat(type.members().get(0).supertypes()).containsExactly(TypeName.of("A"));
    }

    @Test
    void recordComponentsAreFinalFields() {
        TypeDecl type = type("record A<T>(@B int a, T... b) implements I { A { f(); } static int c; }");
        assertThat(type.kind()).isEqualTo(TypeDecl.Kind.RECORD);
        assertThat(type.fields()).extracting(f -> f.type() + " " + f.name()).containsExactly("int a", "T[] b", "int c");
        assertThat(type.fields().get(0).modifiers()).containsExactly(Modifier.FINAL);
        assertThat(type.fields().get(0).annotations())
                .extracting(Annotation::name)
                .containsExactly("B");
        assertThat(type.methods()).extracting(MethodDecl::name).containsExactly("<init>");
        assertThat(type.methods().get(0).parameters()).hasSize(2);
    }

    @Test
    void annotationTypeKeepsDefaults() {
        TypeDecl type = type("@interface A { int a() default 1; String b(); B c() default @B; int D = 2; }");
        assertThat(type.kind()).isEqualTo(TypeDecl.Kind.ANNOTATION);
        assertThat(type.methods()).extracting(MethodDecl::name).containsExactly("a", "b", "c");
        assertThat(type.methods().get(0).body().steps())
                .containsExactly(new Node.Return(new Node.Literal(Node.LiteralKind.INTEGER, "1")));
        assertThat(type.methods().get(1).body()).isNull();
        assertThat(type.fields()).extracting(FieldDecl::name).containsExactly("D");
    }

    @Test
    void annotationMembersOfEveryShape() {
        List<Annotation> annotations = type("@A @p.B(1) @C(x = {\"a\", \"b\"}, y = @D(E.class)) class F {}")
                .annotations();
        assertThat(annotations).extracting(Annotation::name).containsExactly("A", "p.B", "C");
        assertThat(annotations.get(0).members()).isEmpty();
        assertThat(annotations.get(1).member("value")).contains(new Node.Literal(Node.LiteralKind.INTEGER, "1"));
        assertThat(annotations.get(2).member("x").orElseThrow().children()).hasSize(2);
        assertThat(annotations.get(2).member("y").orElseThrow()).isInstanceOf(Node.Annotated.class);
        assertThat(annotations.get(1).span()).isEqualTo(new Span(1, 4, 1, 10));
    }

    @Test
    void localAndAnonymousClassesAreNumberedWithinTheOutermostType() {
        TypeDecl outer = type("""
                package p;
                class A {
                  Object a = new Object() { Object b = new B() {}; };
                  class Inner { void m() { class L { Object c = new C(); } record R(int x) {} new D() {}; } }
                }
                """);
        Node.New first = (Node.New) outer.fields().get(0).initializer();
        assertThat(first.body().qualifiedName()).isEqualTo("p.A.1");
        assertThat(first.body().supertypes()).containsExactly(TypeName.of("Object"));
        Node.New second = (Node.New) first.body().fields().get(0).initializer();
        assertThat(second.body().qualifiedName()).isEqualTo("p.A.1.2");
        List<Node> steps = outer.members().get(0).methods().get(0).body().steps();
        assertThat(((Node.LocalType) steps.get(0)).type().qualifiedName()).isEqualTo("p.A.Inner.3L");
        assertThat(((Node.LocalType) steps.get(1)).type().kind()).isEqualTo(TypeDecl.Kind.RECORD);
        assertThat(((Node.New) steps.get(2)).body().qualifiedName()).isEqualTo("p.A.Inner.5");
    }

    @Test
    void numberingStartsOverInTheNextTopLevelType() {
        Unit unit = unit("class A { Object a = new A() {}; } class B { Object b = new B() {}; }");
        assertThat(unit.types())
                .extracting(
                        t -> ((Node.New) t.fields().get(0).initializer()).body().qualifiedName())
                .containsExactly("A.1", "B.1");
    }

    @Test
    void compactSourceIsAClassNamedByItsFile() {
        TypeDecl type = type("int count = 1;\nvoid main() { f(); }\nclass Inner {}");
        assertThat(type.qualifiedName()).isEqualTo("Orders");
        assertThat(type.fields()).hasSize(1);
        assertThat(type.methods()).extracting(MethodDecl::name).containsExactly("main");
        assertThat(type.members()).extracting(TypeDecl::qualifiedName).containsExactly("Orders.Inner");
    }

    @Test
    void filesWithoutTypesAreFine() {
        assertThat(unit("@A package p;").types()).isEmpty();
        assertThat(unit("module m { requires java.base; exports p; }").types()).isEmpty();
        assertThat(unit("").types()).isEmpty();
        assertThat(unit("// nothing").types()).isEmpty();
    }

    @Test
    void newestSyntaxIsRead() {
        unit(
                "import module java.base; /// markdown\nclass A { void m(Object o) { for (var _ : x) { try { f(); } catch (E _) { } } "
                        + "g((_, _) -> 1); if (o instanceof R(var _, int y) && y > 1) { } } }");
    }

    @Test
    void constructorMayCallAfterStatements() {
        MethodDecl constructor =
                type("class A { A(int a) { check(a); super(a); } }").methods().get(0);
        assertThat(Sources.calls(constructor.body())).containsExactly("check", "super");
    }

    @Test
    void oldNamesAreRead() {
        unit(
                "class A { int enum = 1; int _ = 2; void record() { record(); int yield = 1; yield(); Thread.yield(); yield = 2; } "
                        + "void yield() { int assert = 1; } Object sealed, permits, when, module; }");
    }
}
