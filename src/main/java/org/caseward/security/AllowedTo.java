package org.caseward.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a controller's method (or all methods of a class; the method's own rule wins). A method with neither this nor {@link SignedIn} is closed to everybody.
 *
 * <p>The caller needs one of the roles in at least one program. A {@code Staff} argument of the method then holds only the roles named here and only the programs
 * in which they are held, so that work done with it through {@link StaffDesk} can't reach a program where the caller has another job. Anything finer is asked for
 * with {@link Staff#require(String, Role...)}.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
    Role[] value();
}
