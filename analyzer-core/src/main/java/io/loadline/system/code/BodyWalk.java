package io.loadline.system.code;

import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks one body in order of evaluation, tells the type of every expression and notes every call with what stands around it. Each
 * node is visited once.
 */
final class BodyWalk {

    private final CodeIndex index;
    private final ProjectType type;
    private final Method method;
    private final Names names;
    private final TypeView view;
    private final Variables variables;
    private final SiteSink sink;
    private final IdentityHashMap<Node, Target> targets = new IdentityHashMap<>();
    private final LoopBounds bounds;
    private final Identifiers identifiers;
    private final FunctionWalk functions;
    private final Fills fills;

    /** Takes the calls of a method, in order. */
    interface SiteSink {
        void site(Method caller, Node node, Target target, Frame frame);
    }

    private BodyWalk(CodeIndex index, Method method, Variables variables, SiteSink sink) {
        this.index = index;
        this.method = method;
        this.type = method.owner();
        this.names = type.names().within(method.decl().typeParameters());
        this.view = names.view();
        this.variables = variables;
        this.sink = sink;
        this.bounds = new LoopBounds(index, type, variables, targets);
        this.identifiers = new Identifiers(index, type, names, variables);
        this.fills = new Fills(variables);
        this.functions = new FunctionWalk(index, names, variables, bounds, identifiers, this);
    }

    static void walk(CodeIndex index, Method method, SiteSink sink) {
        new BodyWalk(index, method, new Variables(), sink).run(Frame.BODY);
    }

    private void run(Frame frame) {
        Node.Block body = method.decl().body();
        if (body == null) {
            return;
        }
        variables.noteAssigned(method.survey().assigned());
        variables.open();
        for (MethodDecl.Parameter parameter : method.decl().parameters()) {
            TypeRef of = names.resolve(parameter.type()).arrayOf(parameter.varArgs() ? 1 : 0);
            variables.declare(parameter.name(), of, null);
        }
        visit(body, frame);
        variables.close();
    }

    private void all(List<Node> nodes, Frame frame) {
        for (Node node : nodes) {
            visit(node, frame);
        }
    }

    TypeRef visit(Node node, Frame frame) {
        if (node instanceof Node.Call call) {
            return call(call, frame);
        }
        if (node instanceof Node.Name name) {
            return identifiers.valueOf(name.id()).orElse(TypeRef.UNKNOWN);
        }
        if (node instanceof Node.Literal literal) {
            return literal(literal);
        }
        if (node instanceof Node.Select select) {
            return select(select, frame);
        }
        if (node instanceof Node.New created) {
            return created(created, frame);
        }
        if (node instanceof Node.Operation operation) {
            return operation(operation, frame);
        }
        if (node instanceof Node.Assign assign) {
            TypeRef value = visit(assign.value(), frame);
            TypeRef target = visit(assign.target(), frame);
            return target.isKnown() ? target : value;
        }
        if (node instanceof Node.Cast cast) {
            visit(cast.value(), frame);
            return names.resolve(cast.type());
        }
        if (node instanceof Node.ArrayOf array) {
            all(array.children(), frame);
            return names.resolve(array.type()).arrayOf(Math.max(1, array.sizes().size()));
        }
        if (node instanceof Node.TypeLiteral literal) {
            return TypeRef.of("java.lang.Class", List.of(names.resolve(literal.type())));
        }
        if (node instanceof Node.Lambda || node instanceof Node.MethodRef) {
            functions.function(node, List.of(), frame.lambda(null, node, "later", 0));
            return TypeRef.UNKNOWN;
        }
        return statement(node, frame);
    }

    private TypeRef statement(Node node, Frame frame) {
        if (node instanceof Node.Block block) {
            variables.open();
            all(block.steps(), LoopShape.endsLoop(block) ? frame.in(Frame.Kind.LAST, block) : frame);
            variables.close();
        } else if (node instanceof Node.Local local) {
            local(local, frame);
        } else if (node instanceof Node.Branch branch) {
            return branch(branch, frame);
        } else if (node instanceof Node.Loop loop) {
            loop(loop, frame);
        } else if (node instanceof Node.Try attempt) {
            attempt(attempt, frame);
        } else if (node instanceof Node.Locked locked) {
            visit(locked.monitor(), frame);
            visit(locked.body(), frame.in(Frame.Kind.LOCK, locked));
        } else if (node instanceof Node.Return result) {
            Frame last = frame.in(Frame.Kind.LAST, result);
            TypeRef of = result.value() == null ? TypeRef.VOID : visit(result.value(), last);
            functions.gives(of);
        } else if (node instanceof Node.Jump jump && jump.value() != null) {
            return visit(jump.value(), frame);
        } else if (node instanceof Node.LocalType local) {
            members(local.type());
        } else {
            all(node.children(), frame);
        }
        return TypeRef.UNKNOWN;
    }

    private void local(Node.Local local, Frame frame) {
        TypeRef written = names.resolve(local.type());
        TypeRef of = local.init() == null ? TypeRef.UNKNOWN : visit(local.init(), frame);
        variables.declare(local.name(), written.isKnown() ? written : of, local.init());
    }

    private TypeRef branch(Node.Branch branch, Frame frame) {
        visit(branch.subject(), frame);
        TypeRef result = TypeRef.UNKNOWN;
        for (int i = 0; i < branch.arms().size(); i++) {
            TypeRef of = visit(branch.arms().get(i), frame.arm(branch, i));
            result = result.isKnown() ? result : of;
        }
        return result;
    }

    private void loop(Node.Loop loop, Frame frame) {
        variables.open();
        TypeRef iterated = TypeRef.UNKNOWN;
        for (Node once : loop.once()) {
            iterated = visit(once, frame);
        }
        Frame inside = frame.in(bounds.ofStatement(loop), loop, null);
        if (loop.variable() != null) {
            TypeRef written = names.resolve(loop.variable().type());
            variables.declare(loop.variable().name(), written.isKnown() ? written : elementOf(iterated), null);
        }
        if (loop.condition() != null) {
            visit(loop.condition(), inside);
        }
        visit(loop.body(), inside);
        all(loop.update(), inside);
        variables.close();
    }

    private void attempt(Node.Try attempt, Frame frame) {
        variables.open();
        Frame inside = frame.in(Frame.Kind.TRY, attempt);
        all(attempt.resources(), inside);
        visit(attempt.body(), inside);
        variables.close();
        for (Node.Handler handler : attempt.handlers()) {
            variables.open();
            variables.declare(handler.name(), names.resolve(handler.types().get(0)), null);
            visit(handler.body(), frame.in(Frame.Kind.HANDLER, attempt));
            variables.close();
        }
        if (attempt.end() != null) {
            visit(attempt.end(), frame.in(Frame.Kind.FINALLY, attempt));
        }
    }

    private TypeRef elementOf(TypeRef iterated) {
        if (iterated.isArray()) {
            return iterated.component();
        }
        return iterated.isKnown() ? view.as(iterated, "java.lang.Iterable").argument(0) : TypeRef.UNKNOWN;
    }

    private static TypeRef literal(Node.Literal literal) {
        return switch (literal.kind()) {
            case STRING -> TypeRef.STRING;
            case CHARACTER -> TypeRef.of("char");
            case INTEGER -> TypeRef.INT;
            case LONG -> TypeRef.of("long");
            case DOUBLE -> TypeRef.of("double");
            case BOOLEAN -> TypeRef.BOOLEAN;
            case NULL -> TypeRef.UNKNOWN;
        };
    }

    private TypeRef operation(Node.Operation operation, Frame frame) {
        TypeRef first = TypeRef.UNKNOWN;
        boolean text = false;
        for (Node operand : operation.operands()) {
            TypeRef of = visit(operand, frame);
            first = first.isKnown() ? first : of;
            text |= of.equals(TypeRef.STRING);
        }
        return switch (operation.operator()) {
            case "[]" -> first.component();
            case "+" -> text ? TypeRef.STRING : first;
            case "==", "!=", "<", ">", "<=", ">=", "&&", "||", "!", "instanceof" -> TypeRef.BOOLEAN;
            default -> first;
        };
    }

    private TypeRef select(Node.Select select, Frame frame) {
        Optional<TypeRef> named = identifiers.typeNamed(select.target());
        if (named.isPresent()) {
            boolean self = select.name().equals("this") || select.name().equals("super");
            return self ? named.get() : view.field(named.get(), select.name()).orElse(TypeRef.UNKNOWN);
        }
        TypeRef target = visit(select.target(), frame);
        if (target.isArray() && select.name().equals("length")) {
            return TypeRef.INT;
        }
        return view.field(target, select.name()).orElse(TypeRef.UNKNOWN);
    }

    private TypeRef created(Node.New created, Frame frame) {
        TypeRef of = names.resolve(created.type());
        List<TypeRef> arguments = new ArrayList<>();
        for (Node argument : created.arguments()) {
            arguments.add(FunctionWalk.isFunction(argument) ? TypeRef.UNKNOWN : visit(argument, frame));
        }
        Optional<Signature> chosen = Overloads.choose(view, of, MethodDecl.CONSTRUCTOR, created.arguments(), arguments);
        Target target = new Target(
                of,
                MethodDecl.CONSTRUCTOR,
                arguments.size(),
                chosen.flatMap(Signature::projectMethod).orElse(null));
        for (int i = 0; i < created.arguments().size(); i++) {
            Node argument = created.arguments().get(i);
            if (FunctionWalk.isFunction(argument)) {
                TypeRef wanted = chosen.isPresent() ? chosen.get().parameter(i) : TypeRef.UNKNOWN;
                functions.passed(argument, target, wanted, new HashMap<>(), frame, i, null);
            }
        }
        note(created, target, frame);
        if (created.body() != null) {
            members(created.body());
        }
        return of;
    }

    /** Walks the methods of a type declared inside this body: they see its variables. */
    private void members(TypeDecl inner) {
        for (Method member : index.declared(inner).methods()) {
            new BodyWalk(index, member, variables, sink).run(Frame.BODY);
        }
        inner.members().forEach(this::members);
    }

    private TypeRef call(Node.Call call, Frame frame) {
        TypeRef receiver = receiver(call, frame);
        List<TypeRef> arguments = new ArrayList<>(call.arguments().size());
        for (Node argument : call.arguments()) {
            arguments.add(FunctionWalk.isFunction(argument) ? TypeRef.UNKNOWN : visit(argument, frame));
        }
        String name = explicitConstructor(call) ? MethodDecl.CONSTRUCTOR : call.name();
        TypeRef on = call.receiver() == null && !explicitConstructor(call)
                ? index.declaring(type, names, name, call.arguments().size()).orElse(receiver)
                : receiver;
        Optional<Signature> chosen = Overloads.choose(view, on, name, call.arguments(), arguments);
        Target target = new Target(
                on,
                name,
                arguments.size(),
                chosen.flatMap(Signature::projectMethod).orElse(null));
        targets.put(call, target);
        Map<String, TypeRef> bindings = new HashMap<>();
        for (int i = 0; i < arguments.size() && chosen.isPresent(); i++) {
            chosen.get().parameter(i).infer(arguments.get(i), bindings);
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            Node argument = call.arguments().get(i);
            if (FunctionWalk.isFunction(argument)) {
                TypeRef wanted = chosen.isPresent() ? chosen.get().parameter(i) : TypeRef.UNKNOWN;
                functions.passed(argument, target, wanted, bindings, frame, i, call);
            } else if (argument instanceof Node.New created && created.body() != null) {
                handed(created, created.body(), functions.frameOf(argument, target, frame, i, call));
            }
        }
        sink.site(method, call, target, frame);
        fills.note(call, target, frame);
        return chosen.isPresent()
                ? chosen.get().returns().bind(bindings).closed()
                : index.guessedResult(view, on, call.name(), arguments.size());
    }

    private static boolean explicitConstructor(Node.Call call) {
        return call.receiver() == null
                && (call.name().equals("this") || call.name().equals("super"));
    }

    private TypeRef receiver(Node.Call call, Frame frame) {
        if (call.receiver() == null) {
            return call.name().equals("super") ? identifiers.valueOf("super").orElse(TypeRef.UNKNOWN) : type.self();
        }
        Optional<TypeRef> named = identifiers.typeNamed(call.receiver());
        return named.isPresent() ? named.get() : visit(call.receiver(), frame);
    }

    /** An anonymous class passed to a call: its methods run as a function would. */
    private void handed(Node.New created, TypeDecl body, Frame inside) {
        ProjectType anonymous = index.declared(body);
        for (Method member : anonymous.methods()) {
            int parameters = member.decl().parameters().size();
            sink.site(method, created, new Target(anonymous.self(), member.name(), parameters, member), inside);
        }
    }

    void note(Node node, Target target, Frame frame) {
        targets.put(node, target);
        sink.site(method, node, target, frame);
    }
}
