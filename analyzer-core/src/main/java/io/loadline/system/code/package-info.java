/**
 * The code of the whole system with its names resolved: types, members, and every call with what it may lead to. Resolution works on
 * facts alone, without a compiler; what stays unresolved says so. Knows no rule and no third-party API.
 */
@NullMarked
package io.loadline.system.code;

import org.jspecify.annotations.NullMarked;
