package io.mostik.pbx;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into a path of a profile before an endpoint is made of it. */
final class ProfilePath {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private ProfilePath() {}

    static boolean has(String path, String variable) {
        return path.contains("{" + variable + "}");
    }

    static void check(String setting, String path, List<String> known) {
        boolean plain = path.startsWith("/") && path.chars().noneMatch(c -> c <= ' ' || c == '?' || c == '#');
        if (!plain) {
            throw new IllegalArgumentException(setting + " must start with a slash and hold no query or space");
        }
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            if (!known.contains(variables.group(1))) {
                throw new IllegalArgumentException(
                        setting + " has the unknown variable " + variables.group(1) + "; known are " + known);
            }
        }
    }
}
