package org.photobridge.portal.trail;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.photobridge.portal.audit.AuditFilter;
import org.photobridge.portal.audit.AuditRow;
import org.photobridge.portal.audit.AuditVerdict;
import org.photobridge.portal.platform.Texts;

/** Who did what; its filters live in the address. */
@Named
@ViewScoped
public class AuditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private TrailService trail;

    private final Map<String, String> asked = new LinkedHashMap<>();
    private transient TrailTable table;
    private transient Texts texts;
    private transient AuditVerdict verdict;

    /** Called once the address was read: refuses whoever may not look before anything is drawn. */
    public void load() {
        asked.replaceAll((name, value) -> TrailFilter.isMeaningless(name, value) ? "" : value);
        trail.count(new AuditFilter(filter().from(), filter().until(), "", "-", "", ""));
    }

    public TrailTable getTable() {
        if (table == null) {
            table = new TrailTable(trail, filter());
        }
        return table;
    }

    public List<String> getActions() {
        return trail.actions().stream()
                .sorted(Comparator.comparing(this::action))
                .toList();
    }

    /** An action in words; its own name if we have no words for it. */
    public String action(String name) {
        return known("audit.action." + name, name);
    }

    /** What sort of thing it was done to, in words. */
    public String kind(AuditRow row) {
        return known("audit.subject." + row.subject().kind(), row.subject().kind());
    }

    /** Who acted: a person by name, everything else with what it is. */
    public String actor(AuditRow row) {
        return texts().get(
                        "audit.actor." + row.actor().kind().name(), row.actor().name());
    }

    /** What it was done to: its name, or its id if it has none. */
    public String subject(AuditRow row) {
        return row.subject().name().isEmpty()
                ? row.subject().id()
                : row.subject().name();
    }

    public List<ValueChange> changes(AuditRow row) {
        return ValueChange.between(row.before().orElse(""), row.after().orElse(""));
    }

    /** What the details hold, in a line: the number, and the names of the values that changed. */
    public String summary(AuditRow row) {
        String names = changes(row).stream()
                .map(ValueChange::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return texts().get("audit.details", Long.toString(row.number())) + (names.isEmpty() ? "" : ": " + names);
    }

    public void verify() {
        verdict = trail.verify();
    }

    /** What the verification found; null as long as nobody asked. */
    public AuditVerdict getVerdict() {
        return verdict;
    }

    public String getVerdictInWords() {
        return texts().get(
                        "audit.verdict." + verdict.finding(),
                        verdict.entries(),
                        verdict.first(),
                        verdict.last(),
                        verdict.firstBad());
    }

    public boolean isFiltered() {
        return !filter().equals(AuditFilter.ALL);
    }

    /** The address of a file with what the filter shows. */
    public String export(String format) {
        String filters = asked.entrySet().stream()
                .filter(one -> one.getValue() != null && !one.getValue().isEmpty())
                .map(one -> "&" + one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return Faces.getRequestContextPath() + "/audit-export?format=" + format + filters;
    }

    /** What the address asks for, by name. */
    public Map<String, String> getAsked() {
        return asked;
    }

    private AuditFilter filter() {
        return TrailFilter.of(asked::get);
    }

    private Texts texts() {
        if (texts == null) {
            texts = Texts.in(Faces.getLocale());
        }
        return texts;
    }

    private String known(String key, String otherwise) {
        return texts().has(key) ? texts().get(key) : otherwise;
    }
}
