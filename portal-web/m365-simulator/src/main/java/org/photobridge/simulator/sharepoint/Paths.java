package org.photobridge.simulator.sharepoint;

/** Server-relative paths as calls give them. */
final class Paths {
    private static final String FORBIDDEN = "\"*:<>?\\|";

    private Paths() {}

    /** The path that a Get...ByServerRelative... call means. */
    static String of(RestCall call, Segment function) throws SharePointError {
        boolean literal = function.name().toLowerCase(java.util.Locale.ROOT).endsWith("path");
        String text = function.text(literal ? "decodedUrl" : "serverRelativeUrl")
                .orElseThrow(() -> SharePointError.badRequest("The parameter " + function.name() + " is missing."));
        return absolute(literal ? text : guessed(text));
    }

    static String absolute(String path) {
        String slashed = path.startsWith("/") ? path : "/" + path;
        return slashed.length() > 1 && slashed.endsWith("/") ? slashed.substring(0, slashed.length() - 1) : slashed;
    }

    /**
     * What the older calls, which take an address and not a path, make of a name (documented that they mangle percent
     * and number signs; how they do is invented): escapes are resolved once more, and a number sign ends it.
     */
    static String guessed(String text) {
        int fragment = text.indexOf('#');
        String cut = fragment < 0 ? text : text.substring(0, fragment);
        try {
            return PercentEncoding.decodePath(cut);
        } catch (InvalidExpression notEncoded) {
            return cut;
        }
    }

    /** Documented: these characters are in no name. */
    static String checkedName(String name) throws SharePointError {
        boolean forbidden =
                name.isBlank() || name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0 || c == '/' || c < ' ');
        if (forbidden) {
            throw SharePointError.of(
                    400,
                    -2130575245,
                    "Microsoft.SharePoint.SPException",
                    "The file or folder name \"" + name + "\" contains characters that are not permitted."
                            + "  Please use a different name.");
        }
        return name;
    }
}
