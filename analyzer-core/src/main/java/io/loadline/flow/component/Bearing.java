package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeRef;
import io.loadline.system.code.TypeView;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether something that cannot be seen could bear on the limits of what it is handed to. */
final class Bearing {

    /** By the custom of the language, what carries configuration is named so. */
    private static final Pattern CARRIES = Pattern.compile(
            ".*(Factory|Connector|Client|Builder|Config|Configuration|Settings|Options|Manager|Provider|Pool|Transport|Executor"
                    + "|Queue|Customizer|Template|Registry|Resources|Policy)s?");

    private static final Pattern TAKES = Pattern.compile(
            "(?i).*(factory|connector|client|config|settings|pool|manager|provider|queue|executor|transport"
                    + "|options|policy|customi[sz]er).*");

    /** What is handed in beside limits and never carries any. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?i).*(credential|auth|convert|serializ|codec|encod|decod|region|thread|ssl|tls|trust|keystore|dns|host"
                    + "|ur[il]|address|password|user|interceptor|listener|handler|logg|metric|observ|trac|format|name).*");

    private static final Pattern CHANGES = Pattern.compile("customi[sz]e|configure|apply|accept");

    private static final Pattern PLAIN =
            Pattern.compile("int|long|short|byte|float|double|boolean|char|java\\.(lang|time|net|math)\\.\\w+");

    private final Matches matches;

    Bearing(Matches matches) {
        this.matches = matches;
    }

    /** Whether values of the type may carry limits. */
    boolean carries(TypeView view, TypeRef type) {
        if (!type.isKnown() || isPlain(type.name())) {
            return matches.isComponent(view, type.name());
        }
        Optional<ProjectType> project = view.findProject(type.name());
        if (project.isPresent()) {
            return carries(project.get());
        }
        return matches.isComponent(view, type.name())
                || CARRIES.matcher(type.simpleName()).matches();
    }

    /** Whether a type of the project is built on one of a library that carries limits. */
    boolean carries(ProjectType type) {
        TypeView view = type.names().view();
        return view.lineage(type.name()).stream()
                .filter(above -> view.findProject(above).isEmpty() && !above.startsWith("java.lang."))
                .anyMatch(above -> matches.isComponent(view, above)
                        || (type.decl().kind() == TypeDecl.Kind.CLASS
                                && !isPlain(above)
                                && CARRIES.matcher(TypeRef.of(above).simpleName())
                                        .matches()));
    }

    /** Whether what is handed to a call may carry limits. */
    boolean takes(CallSite taker) {
        String name = taker.target().name();
        return taker.node() instanceof Node.New
                || (TAKES.matcher(name).matches() && !BESIDE.matcher(name).matches());
    }

    /** Whether a call into a library that nobody described sounds as if it gave something that carries limits. */
    boolean gives(CallSite call) {
        String type = call.target().receiver().simpleName();
        String method = call.target().name();
        return (CARRIES.matcher(type).matches() || TAKES.matcher(method).matches())
                && !BESIDE.matcher(type).matches()
                && !BESIDE.matcher(method).matches();
    }

    /** Whether what has that name never carries limits. */
    static boolean isBeside(String name) {
        return BESIDE.matcher(name).matches() && !TAKES.matcher(name).matches();
    }

    /** Whether values of the type are plain: numbers, texts, spans of time. */
    static boolean isPlainValue(TypeRef type) {
        return PLAIN.matcher(type.name()).matches();
    }

    /** Whether a call out of the project sounds as if it changed what it is given. */
    boolean changes(CallSite call) {
        return CHANGES.matcher(call.target().name()).matches();
    }

    private static boolean isPlain(String type) {
        return type.isEmpty() || type.startsWith("java.") || type.startsWith("javax.") || !type.contains(".");
    }
}
