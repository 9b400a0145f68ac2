package io.loadline.flow.component;

import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.evidence.Evidence;
import io.loadline.flow.component.Expr.Scope;
import io.loadline.system.Durations;
import io.loadline.system.Setting;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeView;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What expressions are worth without running anything: numbers and texts as written, spans of time in their shortest form. Empty where it
 * cannot be told.
 */
final class Values {

    private static final int DEEPEST = 24;
    private static final int MOST_CALLERS = 8;

    private final Program program;
    private final Unset unset;
    private final Keys keys;
    private final Function<String, Configured> configured;
    private int depth;

    Values(Program program, Function<String, Configured> configured) {
        this.program = program;
        this.unset = new Unset(program);
        this.keys = new Keys(program.code().catalog());
        this.configured = configured;
    }

    /** What an expression is worth. */
    Optional<Setting> of(Expr here) {
        if (depth >= DEEPEST) {
            return Optional.empty();
        }
        depth++;
        Optional<Setting> value = value(here);
        depth--;
        return value;
    }

    private Optional<Setting> value(Expr here) {
        Node node = here.node();
        if (node instanceof Node.Literal literal) {
            return literal(literal);
        }
        if (node instanceof Node.Name name) {
            return named(name.id(), here);
        }
        if (node instanceof Node.Select select) {
            Optional<FieldText> field =
                    Accessors.field(program.texts(), here.scope().type(), select);
            String owner = select.target() instanceof Node.Name type ? type.id() : "";
            return field.isPresent()
                    ? field(field.get(), here.scope())
                    : Words.constant(owner, select.name()).map(Values::stated);
        }
        if (node instanceof Node.Cast cast) {
            return of(here.part(cast.value()));
        }
        if (node instanceof Node.Operation operation) {
            return operation(operation, here);
        }
        if (node instanceof Node.Branch branch) {
            return agreeing(branch.arms().stream().map(here::part).toList());
        }
        return node instanceof Node.Call call
                ? call(call, new Expr(call, call.nameSpan(), here.scope()))
                : Optional.empty();
    }

    private static Setting stated(String text) {
        return new Setting.Stated(text, List.of());
    }

    private Optional<Setting> literal(Node.Literal literal) {
        return switch (literal.kind()) {
            case NULL -> Optional.empty();
            case INTEGER, LONG -> Optional.of(stated(whole(literal.text())));
            case DOUBLE -> Optional.of(stated(literal.text().replaceFirst("[fFdD]$", "")));
            case STRING, CHARACTER, BOOLEAN -> Optional.of(stated(literal.text()));
        };
    }

    private static String whole(String text) {
        String digits = text.replaceFirst("[lL]$", "");
        try {
            return Long.decode(digits).toString();
        } catch (NumberFormatException binaryOrTooLarge) {
            return digits;
        }
    }

    /** The one value that all of them have; empty when they differ or one is not known. */
    private Optional<Setting> agreeing(List<Expr> all) {
        Setting first = null;
        for (Expr each : all) {
            Optional<Setting> value = of(each);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (first == null) {
                first = value.get();
            } else if (!first.known().equals(value.get().known())) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(first);
    }

    private Optional<Setting> named(String id, Expr here) {
        Optional<Variable> variable = here.scope().variable(id, here.at());
        if (variable.isEmpty()) {
            Optional<FieldText> field = program.texts().field(here.scope().type(), id);
            return field.isPresent() ? field(field.get(), here.scope()) : imported(id, here);
        }
        if (variable.get().kind() == Variable.Kind.PARAMETER) {
            return parameter(variable.get(), here);
        }
        return agreeing(variable.get().values().stream()
                .map(v -> Expr.of(v, here.scope()))
                .toList());
    }

    /** A constant that a static import names. */
    private Optional<Setting> imported(String id, Expr here) {
        return here.scope()
                .type()
                .names()
                .importedMember(id)
                .flatMap(owner -> viewOf(here).findProject(owner))
                .flatMap(type -> program.texts().field(type, id))
                .flatMap(field -> field(field, here.scope()))
                .or(() -> Words.constant("", id).map(Values::stated));
    }

    private Optional<Setting> parameter(Variable variable, Expr here) {
        Expr bound = here.scope().bound().get(variable.name());
        MethodText text = here.scope().text();
        if (bound != null) {
            return of(bound);
        }
        if (text == null || !variable.values().isEmpty()) {
            return Optional.empty();
        }
        Method method = text.method();
        MethodDecl.Parameter written = method.decl().parameters().get(variable.index());
        Optional<Setting> put = keys.annotated(
                written.annotations(),
                method.owner(),
                configured.apply(method.owner().module()));
        List<CallSite> callers = program.callers().of(method);
        if (put.isPresent() || callers.size() > MOST_CALLERS) {
            return put;
        }
        List<Expr> arguments = new ArrayList<>();
        for (CallSite caller : callers) {
            Optional<Expr> argument = Arguments.of(caller, variable.index(), program.texts(), here.scope());
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        return agreeing(arguments);
    }

    private Optional<Setting> field(FieldText field, Scope from) {
        ProjectType owner = field.owner();
        Configured here = configured.apply(owner.module());
        Optional<Setting> put = keys.annotated(field.decl().annotations(), owner, here);
        if (put.isPresent()) {
            return put;
        }
        List<Expr> values = field.values().stream()
                .filter(v -> !(v.node() instanceof Node.Name name)
                        || !name.id().equals(field.decl().name())
                        || keys.prefix(owner).isEmpty())
                .map(v -> new Expr(
                        v.node(), v.at(), new Scope(v.scope().type(), v.scope().text(), Map.of(), from.depth() + 1)))
                .toList();
        Optional<String> prefix = keys.prefix(owner);
        if (prefix.isPresent()) {
            return Optional.of(
                    property(prefix.get() + "." + Words.kebab(field.decl().name()), field, values, here));
        }
        return agreeing(values).map(v -> at(v, field)).or(() -> unset.number(field));
    }

    private Setting property(String key, FieldText field, List<Expr> initial, Configured here) {
        String otherwise = agreeing(initial)
                .flatMap(Setting::known)
                .or(() -> keys.plainText(field.decl().annotations()))
                .orElse(null);
        return keys.key(
                key,
                otherwise,
                io.loadline.evidence.Location.of(
                        field.owner().path(), field.decl().span()),
                here);
    }

    private static Setting at(Setting value, FieldText field) {
        if (!(value instanceof Setting.Stated stated) || !stated.origin().isEmpty()) {
            return value;
        }
        Evidence evidence = new Evidence(
                io.loadline.evidence.Location.of(
                        field.owner().path(), field.decl().span()),
                field.decl().name() + " holds the value");
        return new Setting.Stated(stated.value(), List.of(evidence));
    }

    private Optional<Setting> operation(Node.Operation operation, Expr here) {
        Setting total = null;
        for (Node operand : operation.operands()) {
            Optional<Setting> next = of(here.part(operand));
            if (next.isEmpty() || next.get().known().isEmpty()) {
                return next;
            }
            total = total == null ? next.get() : combined(operation.operator(), total, next.get());
            if (total == null) {
                return Optional.empty();
            }
        }
        if (total != null && operation.operands().size() == 1) {
            return operation.operator().equals("-")
                    ? Optional.ofNullable(combined("-", stated("0"), total))
                    : Optional.empty();
        }
        return Optional.ofNullable(total);
    }

    private static @org.jspecify.annotations.Nullable Setting combined(String operator, Setting left, Setting right) {
        String one = left.known().orElse("");
        String other = right.known().orElse("");
        List<Evidence> origin = new ArrayList<>(left.origin());
        origin.addAll(right.origin());
        try {
            BigDecimal a = new BigDecimal(one);
            BigDecimal b = new BigDecimal(other);
            boolean wholes = a.scale() <= 0 && b.scale() <= 0;
            BigDecimal result = switch (operator) {
                case "+" -> a.add(b);
                case "-" -> a.subtract(b);
                case "*" -> a.multiply(b);
                case "/" -> wholes ? a.divideToIntegralValue(b) : a.divide(b, MathContext.DECIMAL64);
                default -> null;
            };
            return result == null ? null : new Setting.Stated(result.toPlainString(), origin);
        } catch (ArithmeticException | NumberFormatException notNumbers) {
            return operator.equals("+") ? new Setting.Stated(one + other, origin) : null;
        }
    }

    private Optional<Setting> call(Node.Call call, Expr here) {
        MethodText text = here.scope().text();
        if (text != null) {
            Optional<String> key = keys.key(call, text, viewOf(here));
            if (key.isPresent()) {
                return Optional.of(held(key.get(), call, here));
            }
        }
        Optional<Setting> span = span(call, here);
        if (span.isPresent()) {
            return span;
        }
        Optional<CallSite> site = text == null ? Optional.empty() : text.site(call);
        Optional<FieldText> generated = site.flatMap(s -> Accessors.field(program.texts(), viewOf(here), s.target()));
        if (generated.isPresent()) {
            return field(generated.get(), here.scope());
        }
        List<Method> bodies = site.map(s -> program.graph().from(s).methods()).orElse(List.of());
        if (!bodies.isEmpty()) {
            return returned(bodies, call, here);
        }
        return library(call, here);
    }

    /** The value of a key, or the initial value of the field that a getter reads. */
    private Setting held(String key, Node.Call call, Expr here) {
        MethodText text = java.util.Objects.requireNonNull(here.scope().text());
        Optional<FieldText> field = text.site(call)
                .flatMap(s -> viewOf(here).findProject(s.target().receiver().name()))
                .flatMap(t -> program.texts().field(t, Accessors.property(call.name())));
        Configured values = configured.apply(here.scope().type().module());
        if (field.isEmpty()) {
            return keys.key(key, null, here.location(), values);
        }
        List<Expr> initial = field.get().values().stream()
                .filter(v -> !(v.node() instanceof Node.Name))
                .toList();
        return property(key, field.get(), initial, values);
    }

    private Optional<Setting> returned(List<Method> bodies, Node.Call call, Expr here) {
        List<Expr> all = new ArrayList<>();
        for (Method body : bodies) {
            MethodText text = program.texts().of(body);
            Scope inside = here.scope().enter(text, ConeWalk.bind(body, call.arguments(), here));
            text.returned().forEach(r -> all.add(Expr.of(r, inside)));
        }
        return agreeing(all);
    }

    /** Spans of time made by {@code ofSeconds(5)} or {@code of(5, SECONDS)}, and numbers asked of them by {@code toMillis()}. */
    private Optional<Setting> span(Node.Call call, Expr here) {
        Optional<Duration> made = Words.unitMadeBy(call.name());
        if (made.isPresent() && call.arguments().size() == 1) {
            return of(here.part(call.arguments().get(0))).map(v -> times(v, made.get()));
        }
        Optional<Duration> named =
                call.arguments().size() == 2 ? Words.unit(call.arguments().get(1)) : Optional.empty();
        if (named.isPresent()) {
            return of(here.part(call.arguments().get(0))).map(v -> times(v, named.get()));
        }
        Optional<Duration> asked = Words.unitAskedBy(call.name());
        if (asked.isEmpty() || call.receiver() == null) {
            return Optional.empty();
        }
        Optional<Duration> unit = Words.unit(call.receiver());
        if (unit.isPresent() && call.arguments().size() == 1) {
            return of(here.part(call.arguments().get(0))).map(v -> in(asked.get(), times(v, unit.get())));
        }
        return call.arguments().isEmpty()
                ? of(here.part(call.receiver())).map(v -> in(asked.get(), v))
                : Optional.empty();
    }

    private static Setting times(Setting number, Duration unit) {
        Optional<Long> count = number.number();
        if (count.isEmpty()) {
            return number;
        }
        try {
            return new Setting.Stated(Durations.format(unit.multipliedBy(count.get())), number.origin());
        } catch (ArithmeticException tooLong) {
            return new Setting.Stated(Long.toString(Long.MAX_VALUE), number.origin());
        }
    }

    private static Setting in(Duration unit, Setting span) {
        return span.known()
                .filter(text -> span.number().isEmpty())
                .flatMap(text -> Durations.parse(text, "ms"))
                .<Setting>map(d -> new Setting.Stated(Long.toString(d.dividedBy(unit)), span.origin()))
                .orElse(span);
    }

    private Optional<Setting> library(Node.Call call, Expr here) {
        List<Node> arguments = call.arguments();
        if (Words.readsKey(call.name()) && !arguments.isEmpty()) {
            Optional<String> key = of(here.part(arguments.get(0))).flatMap(Setting::known);
            Optional<String> otherwise = arguments.size() < 2
                    ? Optional.empty()
                    : of(here.part(arguments.get(arguments.size() - 1))).flatMap(Setting::known);
            Configured values = configured.apply(here.scope().type().module());
            return key.map(k -> keys.key(k, otherwise.orElse(null), here.location(), values));
        }
        if (arguments.size() == 1 && Words.wraps(call.name())) {
            return of(here.part(arguments.get(0)));
        }
        return arguments.isEmpty() && call.receiver() != null && Words.unwraps(call.name())
                ? of(here.part(call.receiver()))
                : Optional.empty();
    }

    private static TypeView viewOf(Expr here) {
        return here.scope().type().names().view();
    }
}
