package io.loadline.rules.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Renders the types of a generic signature as the catalog writes them; a bounded wildcard is written as its bound. */
final class Signature extends SignatureVisitor {

    final List<String> formals = new ArrayList<>();
    final Map<String, String> bounds = new TreeMap<>();
    final List<String> supertypes = new ArrayList<>();
    final List<String> parameters = new ArrayList<>();
    String returned = "";

    private Signature() {
        super(Opcodes.ASM9);
    }

    static Signature of(String signature) {
        Signature rendered = new Signature();
        new SignatureReader(signature).accept(rendered);
        return rendered;
    }

    @Override
    public void visitFormalTypeParameter(String name) {
        formals.add(name);
    }

    @Override
    public SignatureVisitor visitClassBound() {
        return visitInterfaceBound();
    }

    @Override
    public SignatureVisitor visitInterfaceBound() {
        String formal = formals.get(formals.size() - 1);
        return new TypeText(bound -> bounds.putIfAbsent(formal, bound));
    }

    @Override
    public SignatureVisitor visitSuperclass() {
        return new TypeText(supertypes::add);
    }

    @Override
    public SignatureVisitor visitInterface() {
        return new TypeText(supertypes::add);
    }

    @Override
    public SignatureVisitor visitParameterType() {
        return new TypeText(parameters::add);
    }

    @Override
    public SignatureVisitor visitReturnType() {
        return new TypeText(text -> returned = text);
    }

    @Override
    public SignatureVisitor visitExceptionType() {
        return new TypeText(ignored -> {});
    }

    private static final class TypeText extends SignatureVisitor {

        private final java.util.function.Consumer<String> done;
        private final StringBuilder text = new StringBuilder();
        private final Deque<List<String>> arguments = new ArrayDeque<>();
        private int dimensions;

        TypeText(java.util.function.Consumer<String> done) {
            super(Opcodes.ASM9);
            this.done = done;
        }

        @Override
        public void visitBaseType(char descriptor) {
            finish(Type.getType(String.valueOf(descriptor)).getClassName());
        }

        @Override
        public void visitTypeVariable(String name) {
            finish(name);
        }

        @Override
        public SignatureVisitor visitArrayType() {
            dimensions++;
            return this;
        }

        @Override
        public void visitClassType(String name) {
            text.append(name.replace('/', '.').replace('$', '.'));
            arguments.push(new ArrayList<>());
        }

        @Override
        public void visitInnerClassType(String name) {
            closeArguments();
            text.append('.').append(name);
            arguments.push(new ArrayList<>());
        }

        @Override
        public void visitTypeArgument() {
            arguments.element().add("?");
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            return new TypeText(arguments.element()::add);
        }

        @Override
        public void visitEnd() {
            closeArguments();
            finish(text.toString());
        }

        private void closeArguments() {
            List<String> written = arguments.pop();
            if (!written.isEmpty()) {
                text.append('<').append(String.join(", ", written)).append('>');
            }
        }

        private void finish(String type) {
            done.accept(type + "[]".repeat(dimensions));
        }
    }
}
