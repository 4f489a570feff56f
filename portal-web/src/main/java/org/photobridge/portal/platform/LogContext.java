package org.photobridge.portal.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** What a thread works for, so that each line it logs can say so: a run, a request. */
public final class LogContext {
    private static final ThreadLocal<String> RUN = new ThreadLocal<>();

    private LogContext() {}

    /** Does something for a run. */
    public static void inRun(long runId, Runnable work) {
        String before = RUN.get();
        RUN.set(Long.toString(runId));
        try {
            work.run();
        } finally {
            restore(before);
        }
    }

    /** Lets the formatters that write down such things ask us; they live outside the portal and know no class of it. */
    static void tellFormatters() {
        tell(LogContext::ofThisThread);
    }

    /** Lets go of the portal's classes. */
    static void forget() {
        tell(Map::of);
    }

    static Map<String, String> ofThisThread() {
        Map<String, String> known = new LinkedHashMap<>();
        Optional.ofNullable(RUN.get()).ifPresent(run -> known.put("run", run));
        RequestId.current().ifPresent(request -> known.put("request", request));
        return known;
    }

    @SuppressWarnings("unchecked")
    private static void tell(Supplier<Map<String, String>> context) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            Formatter formatter = handler.getFormatter();
            if (formatter instanceof Consumer<?> asks) {
                ((Consumer<Supplier<Map<String, String>>>) asks).accept(context);
            }
        }
    }

    private static void restore(String before) {
        if (before == null) {
            RUN.remove();
        } else {
            RUN.set(before);
        }
    }
}
