package io.loadline.rules.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a class file declares, as far as the catalog speaks of it. Names are dotted. */
final class ClassFile extends ClassVisitor {

    /** A declared method; constructors are called {@code new}. */
    record Method(String name, int parameters, boolean varargs, List<String> formals, String returned) {

        boolean takes(int arguments) {
            return arguments < 0 || arguments == parameters || (varargs && arguments >= parameters - 1);
        }
    }

    String name = "";
    String kind = "";
    List<String> formals = List.of();
    Map<String, String> bounds = Map.of();
    final List<String> supertypes = new ArrayList<>();
    final List<Method> methods = new ArrayList<>();
    final List<String> constants = new ArrayList<>();

    private ClassFile() {
        super(Opcodes.ASM9);
    }

    static ClassFile read(byte[] bytes) {
        ClassFile file = new ClassFile();
        new ClassReader(bytes).accept(file, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return file;
    }

    @Override
    public void visit(int version, int access, String type, String signature, String parent, String[] interfaces) {
        name = dotted(type);
        kind = (access & Opcodes.ACC_ANNOTATION) != 0
                ? "annotation"
                : (access & Opcodes.ACC_INTERFACE) != 0
                        ? "interface"
                        : (access & Opcodes.ACC_ENUM) != 0 ? "enum" : "class";
        Stream.concat(Stream.ofNullable(parent), Stream.of(interfaces))
                .map(ClassFile::dotted)
                .forEach(supertypes::add);
        formals = signature == null ? List.of() : Signature.of(signature).formals;
        bounds = signature == null ? Map.of() : Signature.of(signature).bounds;
    }

    @Override
    public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
        if ((access & Opcodes.ACC_ENUM) != 0) {
            constants.add(field);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
        if ((access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) == 0) {
            Signature generic = Signature.of(signature == null ? descriptor : signature);
            methods.add(new Method(
                    method.equals("<init>") ? "new" : method,
                    Type.getArgumentTypes(descriptor).length,
                    (access & Opcodes.ACC_VARARGS) != 0,
                    generic.formals,
                    generic.returned));
        }
        return null;
    }

    Optional<Method> method(String wanted, int arguments) {
        return methods.stream()
                .filter(m -> m.name().equals(wanted) && m.takes(arguments))
                .findFirst();
    }

    private static String dotted(String internal) {
        return internal.replace('/', '.').replace('$', '.');
    }
}
