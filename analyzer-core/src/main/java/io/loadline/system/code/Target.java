package io.loadline.system.code;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call is made on.
 *
 * @param receiver static type of the receiver, or the declaring type of an unqualified call; unknown when it could not be told
 * @param name the method's name; {@code <init>} for constructors
 * @param arguments number of arguments
 * @param method the project's method that the signature names; absent for library, generated and unresolved methods
 */
public record Target(
        TypeRef receiver,
        String name,
        int arguments,
        @Nullable Method method) {

    /** The project's method that is declared for the call, before dispatch. */
    public Optional<Method> declared() {
        return Optional.ofNullable(method);
    }

    /** Whether the receiver's type is known by its qualified name. */
    public boolean isResolved() {
        return method != null || receiver.isKnown();
    }
}
