package io.loadline.system.code;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads the heads of the JDK's class files, never their code. Nothing is loaded or run. */
final class ClassFiles {

    private final ClassLoader resources = ClassLoader.getPlatformClassLoader();
    private final Set<String> packages = ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getPackages().stream())
            .collect(Collectors.toSet());

    /** The type of that name with dots, also for nested types. */
    Optional<LibraryShape> find(String name) {
        Optional<String> file = file(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = resources.getResourceAsStream(file.get())) {
            return in == null ? Optional.empty() : Optional.of(read(name, in.readAllBytes()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Where the class file would lie: below the longest start of the name that is a package. Most names end here, which costs no look into the image. */
    private Optional<String> file(String name) {
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            if (packages.contains(name.substring(0, dot))) {
                String nested = name.substring(dot + 1).replace('.', '$');
                return Optional.of(name.substring(0, dot).replace('.', '/') + "/" + nested + ".class");
            }
        }
        return Optional.empty();
    }

    static LibraryShape read(String name, byte[] bytes) {
        Head head = new Head(name);
        new ClassReader(bytes).accept(head, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return head.shape();
    }

    private static final class Head extends ClassVisitor {
        private final String name;
        private final Map<String, List<Signature>> methods = new TreeMap<>();
        private final Map<String, TypeRef> fields = new TreeMap<>();
        private List<String> parameters = List.of();
        private List<TypeRef> supertypes = List.of();
        private String internal = "";
        private boolean isInterface;
        private boolean encloses;

        Head(String name) {
            super(Opcodes.ASM9);
            this.name = name;
        }

        @Override
        public void visit(
                int version,
                int access,
                String ownName,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            internal = ownName;
            isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            if (signature != null) {
                GenericText text = new GenericText(signature);
                parameters = text.typeParameters();
                supertypes = text.types();
                return;
            }
            List<TypeRef> above = new ArrayList<>();
            if (superName != null) {
                above.add(TypeRef.of(GenericText.dotted(superName)));
            }
            if (interfaces != null) {
                for (String each : interfaces) {
                    above.add(TypeRef.of(GenericText.dotted(each)));
                }
            }
            supertypes = above;
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String outer, @Nullable String simple, int access) {
            encloses |= internal.equals(outer);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if ((access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) == 0) {
                GenericText text = new GenericText(signature != null ? signature : descriptor);
                List<String> own = text.typeParameters();
                List<TypeRef> arguments = text.parameters();
                boolean open = isInterface && (access & Opcodes.ACC_ABSTRACT) != 0;
                TypeRef returns = method.equals("<init>")
                        ? TypeRef.of(
                                name, parameters.stream().map(TypeRef::variable).toList())
                        : text.type();
                methods.computeIfAbsent(method, m -> new ArrayList<>())
                        .add(new Signature(
                                name,
                                method,
                                own,
                                arguments,
                                returns,
                                (access & Opcodes.ACC_VARARGS) != 0,
                                open,
                                null));
            }
            return null;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
            if ((access & Opcodes.ACC_PRIVATE) == 0) {
                fields.put(
                        field,
                        new GenericText(
                                        signature != null
                                                ? signature
                                                : Type.getType(descriptor).getDescriptor())
                                .type());
            }
            return null;
        }

        LibraryShape shape() {
            return new LibraryShape(name, parameters, List.of(), supertypes, methods, fields, encloses);
        }
    }
}
